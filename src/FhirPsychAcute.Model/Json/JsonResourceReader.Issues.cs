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

    private void Report(StructureMessage message, int node, int offset, params object[] arguments) => Report(message, node, null, offset, arguments);

    /// <param name="message">What is wrong.</param>
    /// <param name="node">The element at fault; -1 where none is known.</param>
    /// <param name="child">Where the fault is one of all repetitions of a child together (its array): that child.</param>
    /// <param name="offset">Where in the source.</param>
    /// <param name="arguments">What the message's places stand for.</param>
    private void Report(StructureMessage message, int node, ElementType? child, int offset, params object[] arguments)
    {
        if (json.Fault == JsonFault.Stopped)
        {
            return;
        }

        var last = issues is null ? new SourcePosition(1, 1, 0) : issues[^1].Position;
        issues ??= [];
        var path = child is null ? Path(node) : child.Element.IsChoice ? $"{Path(node)}.{child.Element.Name}.ofType({child.Type.Name})" : $"{Path(node)}.{child.Element.Name}";
        issues.Add(new StructureIssue(message, arguments, path, SourceText.PositionAt(json.Source, offset, last)));
        if (issues.Count >= limits.MaxIssues)
        {
            json.Fail(JsonFault.Stopped, offset);
        }
    }

    private void Stop(StructureMessage message, int node, int offset, params object[] arguments)
    {
        Report(message, node, offset, arguments);
        json.Fail(JsonFault.Stopped, offset);
    }

    private void ReportFault()
    {
        if (json.Fault == JsonFault.TooDeep)
        {
            Report(StructureMessages.TooDeep, count > 0 ? 0 : -1, json.FaultOffset, maxDepth);
        }
        else
        {
            Report(JsonFaults.MessageOf(json.Fault), count > 0 ? 0 : -1, json.FaultOffset);
        }
    }

    private void ReportWrongKind(int node, ElementType property, byte next, int offset)
    {
        if (next == 'n')
        {
            Report(StructureMessages.NullNotAllowed, node, offset, property.JsonName);
            return;
        }

        var found = next switch
        {
            (byte)'"' => StructureMessages.KindString,
            (byte)'{' => StructureMessages.KindObject,
            (byte)'[' => StructureMessages.KindArray,
            (byte)'t' or (byte)'f' => StructureMessages.KindBoolean,
            _ => StructureMessages.KindNumber,
        };
        var expected = property.Type.Primitive switch
        {
            PrimitiveKind.None => StructureMessages.KindObject,
            PrimitiveKind.Boolean => StructureMessages.KindBoolean,
            <= PrimitiveKind.Decimal => StructureMessages.KindNumber,
            _ => StructureMessages.KindString,
        };
        Report(StructureMessages.WrongKind, node, offset, property.JsonName, expected, property.Type.Name, found);
    }

    private void ReportArrayExpected(int parent, ElementType property) =>
        Report(StructureMessages.ArrayExpected, parent, property, json.Position, property.JsonName);

    private void ReportNoArrayExpected(int parent, ElementType property) =>
        Report(StructureMessages.NoArrayExpected, parent, property, json.Position, property.JsonName);

    private void ReportRepeated(int parent, ElementType property, int offset)
    {
        var first = FirstChild(parent, property);
        if (first >= 0 && property.Element.IsChoice && nodes[first].Type != property.Type.Id)
        {
            ReportTwoChoices(parent, property, offset);
        }
        else
        {
            Report(StructureMessages.PropertyTwice, parent, offset, property.JsonName);
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
            Report(StructureMessages.PropertyTwice, parent, offset, "_" + property.JsonName);
        }
    }

    private void ReportTwoChoices(int parent, ElementType property, int offset) =>
        Report(StructureMessages.SecondType, parent, offset, property.JsonName, property.Element.Path);

    private void ReportTwinKind(int node, ElementType property, ElementType? child, int offset) =>
        Report(property.Element.IsArray ? StructureMessages.TwinArrayExpected : StructureMessages.TwinObjectExpected, node, child, offset, property.JsonName);

    private void ReportUnequalArrays(int parent, ElementType property, int offset) =>
        Report(StructureMessages.UnequalArrays, parent, property, offset, property.JsonName);

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
