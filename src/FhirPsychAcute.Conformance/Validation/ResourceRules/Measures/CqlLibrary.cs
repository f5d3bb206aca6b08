using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;

/// <summary>What a Library resource says that its CQL defines: from the CQL itself, else from the ELM made of it.</summary>
internal sealed partial class CqlLibrary
{
    private CqlLibrary(string canonical, string? name, IReadOnlySet<string>? names)
    {
        Canonical = canonical;
        Name = name;
        Names = names;
    }

    /// <summary>Canonical of the Library.</summary>
    public string Canonical { get; }

    /// <summary>Library.name, by which expressions call it.</summary>
    public string? Name { get; }

    /// <summary>The names that it defines; null when it holds neither CQL nor ELM that can be read.</summary>
    public IReadOnlySet<string>? Names { get; }

    public static CqlLibrary Read(string canonical, Element library)
    {
        IReadOnlySet<string>? names = null;
        foreach (var content in library.ChildrenNamed("content"))
        {
            var type = content.ChildValue("contentType") ?? "";
            if (type.StartsWith("text/cql", StringComparison.Ordinal) && Text(content) is { } cql)
            {
                names = Cql(cql);
                break;
            }

            if (type.StartsWith("application/elm+xml", StringComparison.Ordinal) && Text(content) is { } elm)
            {
                names ??= Elm(elm);
            }
        }

        return new CqlLibrary(canonical, library.ChildValue("name"), names);
    }

    private static string? Text(Element attachment)
    {
        var data = attachment.ChildValue("data");
        var bytes = new byte[data?.Length ?? 0];
        return data is not null && Convert.TryFromBase64String(data, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static HashSet<string>? Cql(string text)
    {
        try
        {
            return Definition().Matches(text).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value).ToHashSet(StringComparer.Ordinal);
        }
        catch (RegexMatchTimeoutException)
        {
            // A library too long to look through is one whose names are not known.
            return null;
        }
    }

    private static HashSet<string>? Elm(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var inStatements = false;
            while (xml.Read())
            {
                if (xml.LocalName == "statements")
                {
                    inStatements = xml.NodeType == XmlNodeType.Element;
                }
                else if (inStatements && xml.NodeType == XmlNodeType.Element && xml.LocalName == "def" && xml.GetAttribute("name") is { } name)
                {
                    names.Add(name);
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return names;
    }

    // CQL 2.6: define [public | private] [function] identifier
    [GeneratedRegex("""^\s*define\s+(?:(?:public|private)\s+)?(?:(?:fluent\s+)?function\s+)?(?:"(?<quoted>[^"]+)"|(?<plain>[A-Za-z_][A-Za-z0-9_]*))""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Definition();
}
