using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <content>Reporting faults.</content>
internal sealed partial class XmlResourceReader
{
    // Where the type of the resource is not known, its path is that of any resource.
    private const string NoPath = "Resource";

    private static readonly SearchValues<char> PlainNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>Where the node stands that the reader is at: the bracket of a tag, or with <paramref name="back"/> 0 the first character of an attribute or text.</summary>
    private SourcePosition Here(int back = 1) => new(line.LineNumber, line.LinePosition - back, SourcePosition.NoOffset);

    private List<StructureIssue> SortedIssues() =>
        // Some faults are known only at the end of their element. The sort is stable.
        [.. issues.OrderBy(issue => issue.Position.Line).ThenBy(issue => issue.Position.Column)];

    private void Report(StructureMessage message, SourcePosition place, params object[] arguments)
    {
        if (stopped)
        {
            return;
        }

        issues.Add(new StructureIssue(message, arguments, Path(), place));
        stopped = issues.Count >= limits.MaxIssues;
    }

    private void Stop(StructureMessage message, SourcePosition place, params object[] arguments)
    {
        Report(message, place, arguments);
        stopped = true;
    }

    private void ReportNotXml(XmlException fault)
    {
        // What was being read when the text broke is not what is wrong with it.
        path.Clear();
        var (row, column) = fault.LineNumber > 0 ? (fault.LineNumber, fault.LinePosition) : (line.LineNumber, line.LinePosition);
        var place = new SourcePosition(Math.Max(row, 1), Math.Max(column, 1), SourcePosition.NoOffset);
        stopped = false;
        var (message, arguments) = XmlFault.Describe(fault, schema);
        Report(message, place, arguments);
    }

    private void ReportUnknownAttribute(string name)
    {
        if (IsPlainName(name))
        {
            Report(StructureMessages.UnknownAttribute, Here(0), name);
        }
        else
        {
            Report(StructureMessages.UnknownAttributeUnnamed, Here(0));
        }
    }

    private void ReportUnknownElement(TypeSchema type, string name, SourcePosition place)
    {
        var isInValue = ReferenceEquals(type, twinType);
        if (IsPlainName(name))
        {
            Report(isInValue ? StructureMessages.ElementInValue : StructureMessages.UnknownXmlElement, place, name, type.Name);
        }
        else
        {
            Report(isInValue ? StructureMessages.ElementInValueUnnamed : StructureMessages.UnknownXmlElementUnnamed, place, type.Name);
        }
    }

    /// <summary>FHIRPath expression of the element being read, as <see cref="Element.Path"/> gives it once the document is there.</summary>
    private string Path()
    {
        if (rootType is null)
        {
            return NoPath;
        }

        var text = new StringBuilder(rootType.Name);
        foreach (var step in path)
        {
            var element = step.Property.Element;
            text.Append('.').Append(element.Name);
            if (element.IsArray)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else if (element.IsChoice)
            {
                text.Append(".ofType(").Append(step.Property.Type.Name).Append(')');
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a name can be shown: short, and made as names of elements are. More than a few digits could be those of a person.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 64 && !name.AsSpan().ContainsAnyExcept(PlainNameCharacters) && name.Count(char.IsAsciiDigit) <= 3;
}
