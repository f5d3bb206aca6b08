using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>
/// A value that a profile demands, in a small document of its own: a compiled profile then does not keep the whole StructureDefinition in memory.
/// </summary>
internal sealed class HeldValue
{
    private HeldValue(Element value) => Value = value;

    /// <summary>The value.</summary>
    public Element Value { get; }

    /// <summary>The value of a choice of an ElementDefinition (<c>fixed[x]</c>); null for none.</summary>
    public static HeldValue? Read(Element definition, string name)
    {
        if (definition.Child(name) is not { Exists: true } value)
        {
            return null;
        }

        // Every type that fixed[x], pattern[x], minValue[x] and maxValue[x] may have, Parameters.parameter.value[x] may have too.
        var suffix = char.ToUpperInvariant(value.Type.Name[0]) + value.Type.Name[1..];
        var json = $$"""{"resourceType":"Parameters","parameter":[{"name":"value","value{{suffix}}":{{Encoding.UTF8.GetString(value.RawJson.Span)}}}]}""";
        var held = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), definition.Document.Schema);
        return new HeldValue(held.IsValid ? held.Document.Root.Child("parameter").Child("value") : value);
    }

    /// <summary>The value as JSON on one line, cut where it is long: for people.</summary>
    public override string ToString()
    {
        const int longest = 200;
        var json = Encoding.UTF8.GetString(Value.RawJson.Span);
        var line = new StringBuilder(Math.Min(json.Length, longest + 1));
        var wasSpace = false;
        foreach (var character in json)
        {
            var isSpace = char.IsWhiteSpace(character);
            if (!isSpace || !wasSpace)
            {
                line.Append(isSpace ? ' ' : character);
            }

            wasSpace = isSpace;
            if (line.Length > longest)
            {
                return line.Append('…').ToString();
            }
        }

        return line.ToString();
    }
}
