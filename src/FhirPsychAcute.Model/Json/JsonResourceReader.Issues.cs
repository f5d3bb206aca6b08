using System.Buffers;
using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Model;

/// <content>Reporting faults.</content>
internal ref partial struct JsonResourceReader
{
    // Where the type of the resource is not known, its path is that of any resource.
    private const string NoPath = "Resource";

    private static readonly SearchValues<byte> PlainNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-$@.:#"u8);

    private readonly IReadOnlyList<StructureIssue> SortedIssues()
    {
        if (issues is null)
        {
            return [];
        }

        // Some faults are known only at the end of their object. The sort is stable.
        return [.. issues.OrderBy(issue => issue.Position.Offset)];
    }

    private void Report(StructureIssueCode code, string message, int node, int offset) => Report(code, message, node, null, offset);

    /// <param name="code">FHIR issue code.</param>
    /// <param name="message">English sentence.</param>
    /// <param name="node">The element at fault; -1 where none is known.</param>
    /// <param name="child">Where the fault is one of all repetitions of a child together (its array): that child.</param>
    /// <param name="offset">Where in the source.</param>
    private void Report(StructureIssueCode code, string message, int node, ElementType? child, int offset)
    {
        if (json.Fault == JsonFault.Stopped)
        {
            return;
        }

        var last = issues is null ? new SourcePosition(1, 1, 0) : issues[^1].Position;
        issues ??= [];
        var path = child is null ? Path(node) : child.Element.IsChoice ? $"{Path(node)}.{child.Element.Name}.ofType({child.Type.Name})" : $"{Path(node)}.{child.Element.Name}";
        issues.Add(new StructureIssue(code, message, path, SourceText.PositionAt(json.Source, offset, last)));
        if (issues.Count >= limits.MaxIssues)
        {
            json.Fail(JsonFault.Stopped, offset);
        }
    }

    private void Stop(string message, int node, int offset)
    {
        Report(StructureIssueCode.TooLong, message, node, offset);
        json.Fail(JsonFault.Stopped, offset);
    }

    private void ReportFault()
    {
        if (json.Fault == JsonFault.TooDeep)
        {
            Report(StructureIssueCode.TooLong, $"Objects and arrays are nested deeper than {maxDepth} levels.", count > 0 ? 0 : -1, json.FaultOffset);
        }
        else
        {
            Report(StructureIssueCode.Invalid, JsonFaults.Describe(json.Fault), count > 0 ? 0 : -1, json.FaultOffset);
        }
    }

    private void ReportWrongKind(int node, ElementType property, byte next, int offset)
    {
        if (next == 'n')
        {
            Report(StructureIssueCode.Structure, $"'{property.JsonName}' must not be null; an element without content is left out.", node, offset);
            return;
        }

        var found = next switch
        {
            (byte)'"' => "a string",
            (byte)'{' => "an object",
            (byte)'[' => "an array",
            (byte)'t' or (byte)'f' => "a boolean",
            _ => "a number",
        };
        var expected = property.Type.Primitive switch
        {
            PrimitiveKind.None => "an object",
            PrimitiveKind.Boolean => "a boolean",
            <= PrimitiveKind.Decimal => "a number",
            _ => "a string",
        };
        Report(StructureIssueCode.Structure, $"'{property.JsonName}' must be {expected} in JSON ({property.Type.Name}), but {found} stands here.", node, offset);
    }

    private void ReportArrayExpected(int parent, ElementType property) =>
        Report(StructureIssueCode.Structure, $"'{property.JsonName}' must be an array in JSON, also for one item.", parent, property, json.Position);

    private void ReportNoArrayExpected(int parent, ElementType property) =>
        Report(StructureIssueCode.Structure, $"'{property.JsonName}' must not be an array in JSON: it occurs once at most.", parent, property, json.Position);

    private void ReportRepeated(int parent, ElementType property, int offset)
    {
        var first = FirstChild(parent, property);
        if (first >= 0 && property.Element.IsChoice && nodes[first].Type != property.Type.Id)
        {
            ReportTwoChoices(parent, property, offset);
        }
        else
        {
            Report(StructureIssueCode.Structure, $"The property '{property.JsonName}' stands twice.", parent, offset);
        }
    }

    private void ReportRepeatedTwin(int parent, ElementType property, int offset)
    {
        var first = FirstChild(parent, property);
        if (first >= 0 && nodes[first].Type != property.Type.Id)
        {
            ReportTwoChoices(parent, property, offset);
        }
        else
        {
            Report(StructureIssueCode.Structure, $"The property '_{property.JsonName}' stands twice.", parent, offset);
        }
    }

    private void ReportTwoChoices(int parent, ElementType property, int offset) =>
        Report(StructureIssueCode.Structure, $"'{property.JsonName}' is a second type for {property.Element.Path}, which may have only one.", parent, offset);

    private void ReportTwinKind(int node, ElementType property, ElementType? child, int offset) =>
        Report(
            StructureIssueCode.Structure,
            property.Element.IsArray ? $"'_{property.JsonName}' must be an array of objects and nulls." : $"'_{property.JsonName}' must be an object.",
            node,
            child,
            offset);

    private void ReportUnequalArrays(int parent, ElementType property, int offset) =>
        Report(StructureIssueCode.Structure, $"The arrays '{property.JsonName}' and '_{property.JsonName}' must have the same number of items, with null for those without.", parent, property, offset);

    /// <summary>FHIRPath expression of a node, as <see cref="Element.Path"/> gives it once the document is there.</summary>
    private readonly string Path(int node)
    {
        if (node < 0)
        {
            return NoPath;
        }

        if (nodes[node].Parent < 0)
        {
            return nodes[node].Is(NodeFlags.Resource) ? schema.TypeTable[nodes[node].Type].Name : NoPath;
        }

        var element = schema.ElementTable[nodes[node].Element];
        var path = $"{Path(nodes[node].Parent)}.{element.Name}";
        if (!element.IsArray)
        {
            return element.IsChoice ? $"{path}.ofType({schema.TypeTable[nodes[node].Type].Name})" : path;
        }

        var position = 0;
        for (var sibling = nodes[node].Parent + 1; sibling < node; sibling = nodes[sibling].End)
        {
            position += nodes[sibling].Element == nodes[node].Element ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{path}[{position}]");
    }

    /// <summary>Whether a name can be shown: short, and made as names of elements are. More than a few digits could be those of a person.</summary>
    private static bool IsPlainName(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > 64 || name.ContainsAnyExcept(PlainNameCharacters))
        {
            return false;
        }

        var digits = 0;
        foreach (var character in name)
        {
            digits += char.IsAsciiDigit((char)character) ? 1 : 0;
        }

        return digits <= 3;
    }

    private static string Ascii(ReadOnlySpan<byte> name) => Encoding.ASCII.GetString(name);
}
