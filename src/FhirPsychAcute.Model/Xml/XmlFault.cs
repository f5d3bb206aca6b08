using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <summary>Says why a text is not XML. What the XML reader quotes of the text is shown only where it is a name of FHIR's, as anything else could be a person's data.</summary>
internal static class XmlFault
{
    public static (StructureMessage Message, object[] Arguments) Describe(XmlException fault, SchemaCatalog schema)
    {
        var message = fault.Message;
        if (message.Contains("DTD", StringComparison.Ordinal))
        {
            return (StructureMessages.XmlDoctype, []);
        }

        // The position is told apart; a list of open elements holds names as they were written.
        message = Before(message, " Line ");
        message = Before(message, " The following elements are not closed");
        return Shown(message, schema) is { } shown ? (StructureMessages.XmlMalformed, [shown]) : (StructureMessages.XmlIllFormed, []);
    }

    private static string Before(string message, string end) =>
        message.LastIndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? message[..at] : message;

    private static string? Shown(string message, SchemaCatalog schema)
    {
        var parts = message.Split('\'');
        if (parts.Length % 2 == 0)
        {
            // The quoted text holds a quote itself.
            return null;
        }

        var shown = new StringBuilder();
        for (var index = 0; index < parts.Length; index++)
        {
            var quoted = index % 2 == 1;
            shown.Append(quoted ? $"'{(IsKnown(parts[index], schema) ? parts[index] : "...")}'" : parts[index]);
        }

        return shown.ToString();
    }

    private static bool IsKnown(string text, SchemaCatalog schema) =>
        text.Length == 0 || (text.Length == 1 && !char.IsControl(text[0])) || schema.NameId(text) >= 0 || schema.TryGetResourceType(text, out _) || text is "value" or "xmlns" or "<?" or "?>" or "</" or "--" or "]]>" or "nbsp";
}
