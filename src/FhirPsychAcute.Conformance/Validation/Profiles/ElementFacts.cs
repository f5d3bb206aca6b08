using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>What one ElementDefinition of a snapshot says (http://hl7.org/fhir/R4/elementdefinition.html), read out of its resource so that the resource need not be kept.</summary>
internal sealed class ElementFacts
{
    private ElementFacts(Element definition)
    {
        Path = definition.ChildValue("path") ?? "";
        Id = definition.ChildValue("id") ?? Path;
        SliceName = definition.ChildValue("sliceName");
        Min = definition.Child("min") is { Exists: true } min && min.TryGetInt32(out var least) ? least : 0;
        Max = ReadMax(definition.ChildValue("max"));
        Types = TypeFacts.ReadAll(definition);
        Constraints = ConstraintFacts.ReadAll(definition);
        Binding = BindingFacts.Read(definition);
        Slicing = SlicingFacts.Read(definition);
        ContentReference = definition.ChildValue("contentReference");
        Fixed = HeldValue.Read(definition, "fixed");
        Pattern = HeldValue.Read(definition, "pattern");
        MinValue = HeldValue.Read(definition, "minValue");
        MaxValue = HeldValue.Read(definition, "maxValue");
        MaxLength = definition.Child("maxLength") is { Exists: true } length && length.TryGetInt32(out var longest) ? longest : null;
        Regex = ReadRegex(definition);
        MustHaveValue = HasMustHaveValue(definition);
        NarrativeLanguage = StandardExtensions.Value(definition, Rules.Content.NarrativeLanguageRule.Extension);
        HasObligations = StandardExtensions.Find(definition, StandardExtensions.Obligation).Exists;
    }

    /// <summary>Path: <c>Patient.contact.name</c>, choices with <c>[x]</c>.</summary>
    public string Path { get; }

    /// <summary>ElementDefinition.id, or the path where there is none.</summary>
    public string Id { get; }

    /// <summary>Name of the slice; null when the element is none.</summary>
    public string? SliceName { get; }

    /// <summary>Least number of occurrences.</summary>
    public int Min { get; }

    /// <summary>Greatest number of occurrences; <see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public int Max { get; }

    /// <summary>The types allowed; empty where the definition leaves that to its content reference or base.</summary>
    public IReadOnlyList<TypeFacts> Types { get; }

    /// <summary>Invariants.</summary>
    public IReadOnlyList<ConstraintFacts> Constraints { get; }

    /// <summary>Binding; null for none.</summary>
    public BindingFacts? Binding { get; }

    /// <summary>How the element is sliced; null for not.</summary>
    public SlicingFacts? Slicing { get; }

    /// <summary>The element that this one's content is defined by: <c>#Questionnaire.item</c>; null for none.</summary>
    public string? ContentReference { get; }

    /// <summary>fixed[x]; null for none.</summary>
    public HeldValue? Fixed { get; }

    /// <summary>pattern[x]; null for none.</summary>
    public HeldValue? Pattern { get; }

    /// <summary>minValue[x]; null for none.</summary>
    public HeldValue? MinValue { get; }

    /// <summary>maxValue[x]; null for none.</summary>
    public HeldValue? MaxValue { get; }

    /// <summary>Greatest length of a text in characters; null for any.</summary>
    public int? MaxLength { get; }

    /// <summary>Regular expression for the value (extension regex on the element or its type); null for none.</summary>
    public string? Regex { get; }

    /// <summary>Whether a primitive must have a value, not only extensions (R5 mustHaveValue, given in R4 as an extension).</summary>
    public bool MustHaveValue { get; }

    /// <summary>Which languages a narrative must speak (extension narrative-language-control); null for none said.</summary>
    public string? NarrativeLanguage { get; }

    /// <summary>Whether the element carries obligations, which are about systems and not about instances.</summary>
    public bool HasObligations { get; }

    /// <summary>Last step of the path: <c>name</c>, <c>value[x]</c>; the type for the root.</summary>
    public string LastStep => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The elements of a StructureDefinition's snapshot, in order.</summary>
    public static List<ElementFacts> ReadSnapshot(ResourceDocument structureDefinition)
    {
        var elements = new List<ElementFacts>();
        foreach (var definition in structureDefinition.Root.Child("snapshot").ChildrenNamed("element"))
        {
            elements.Add(new ElementFacts(definition));
        }

        return elements;
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static int ReadMax(string? max) =>
        max is null or "*" ? int.MaxValue : int.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static string? ReadRegex(Element definition)
    {
        if (StandardExtensions.Value(definition, StandardExtensions.Regex) is { } own)
        {
            return own;
        }

        foreach (var type in definition.ChildrenNamed("type"))
        {
            if (StandardExtensions.Value(type, StandardExtensions.Regex) is { } ofType)
            {
                return ofType;
            }
        }

        return null;
    }

    private static bool HasMustHaveValue(Element definition) =>
        StandardExtensions.Value(definition, StandardExtensions.MustHaveValue) is "true" || StandardExtensions.Value(definition, StandardExtensions.MustHaveValueR5) is "true";
}
