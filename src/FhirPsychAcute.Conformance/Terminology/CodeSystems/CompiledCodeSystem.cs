using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>
/// A CodeSystem with its concepts found by code (http://hl7.org/fhir/R4/codesystem.html). Concepts have numbers in document order; what a concept says is read
/// from the definition itself, which is held.
/// </summary>
internal sealed class CompiledCodeSystem : CodeSource
{
    private readonly ResourceDocument document;
    private readonly CodeTable codes;
    private readonly CodeTable? foldedCodes;
    private readonly CompiledCodeSystem[] supplements = [];
    private readonly int[] elements;
    private readonly Lazy<ConceptHierarchy> hierarchy;
    private readonly Lazy<ConceptProperties> properties;

    private CompiledCodeSystem(string url, ResourceDocument document, TerminologyNames names, List<Element> concepts, List<int> parents)
        : base(url)
    {
        this.document = document;
        Names = names;
        var root = document.Root;
        Version = root.ChildValue("version");
        Mode = root.ChildValue("content") switch
        {
            // What names a system that it supplements is a supplement, also where it says otherwise.
            _ when root.Child("supplements").Exists => ContentMode.Supplement,
            "complete" => ContentMode.Complete,
            "example" => ContentMode.Example,
            "fragment" => ContentMode.Fragment,
            "supplement" => ContentMode.Supplement,
            _ => ContentMode.NotPresent,
        };

        // Where the definition leaves it open, codes are accepted in any case (R4 CodeSystem.caseSensitive).
        IsCaseSensitive = root.ChildValue("caseSensitive") is "true";
        elements = new int[concepts.Count];
        NestedParents = parents.ToArray();
        codes = new CodeTable(concepts.Count);
        foldedCodes = IsCaseSensitive ? null : new CodeTable(concepts.Count);
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = concepts[i].Index;
            var code = Utf8Text.Of(concepts[i].Child(names.Code));
            codes.Add(code, i);
            foldedCodes?.Add(Utf8Text.Fold(code.Span), i);
        }

        hierarchy = new Lazy<ConceptHierarchy>(() => ConceptHierarchy.Of(this));
        properties = new Lazy<ConceptProperties>(() => new ConceptProperties(this));
    }

    private CompiledCodeSystem(CompiledCodeSystem system, CompiledCodeSystem[] supplements)
        : base(system.Url)
    {
        this.supplements = supplements;
        (document, codes, foldedCodes, elements, NestedParents) = (system.document, system.codes, system.foldedCodes, system.elements, system.NestedParents);
        (Names, Version, Mode, IsCaseSensitive) = (system.Names, system.Version, system.Mode, system.IsCaseSensitive);
        hierarchy = new Lazy<ConceptHierarchy>(() => ConceptHierarchy.Of(this));
        properties = new Lazy<ConceptProperties>(() => new ConceptProperties(this));
    }

    /// <inheritdoc/>
    public override string? Version { get; }

    /// <summary>The supplements that are merged in.</summary>
    public IReadOnlyList<CompiledCodeSystem> Supplements => supplements;

    /// <summary>How much of the system is here.</summary>
    public ContentMode Mode { get; }

    /// <summary>Whether codes that differ in case only are different codes.</summary>
    public bool IsCaseSensitive { get; }

    /// <inheritdoc/>
    public override int Count => elements.Length;

    /// <summary>Numbers of the concepts around each concept, -1 at the top.</summary>
    public ReadOnlyMemory<int> NestedParents { get; }

    /// <summary>The CodeSystem resource.</summary>
    public Element Root => document.Root;

    /// <summary>Element names as numbers.</summary>
    public TerminologyNames Names { get; }

    /// <summary>Who stands above whom, by nesting and by properties.</summary>
    public ConceptHierarchy Hierarchy => hierarchy.Value;

    /// <summary>What concepts say of themselves beyond code, display and definition.</summary>
    public ConceptProperties Properties => properties.Value;

    // A system that says it is complete but lists nothing tells nothing.
    /// <inheritdoc/>
    public override bool IsComplete => Mode == ContentMode.Complete && elements.Length > 0;

    /// <summary>Takes the concepts of a definition.</summary>
    public static CompiledCodeSystem Compile(ResourceDocument document, TerminologyNames names)
    {
        var concepts = new List<Element>();
        var parents = new List<int>();
        Collect(document.Root, -1, names, concepts, parents);
        return new CompiledCodeSystem(document.Root.ChildValue("url") ?? "", document, names, concepts, parents);
    }

    /// <summary>Takes the concepts of a definition.</summary>
    public static CompiledCodeSystem Compile(Definition definition, TerminologyNames names) => Compile(definition.Document, names);

    /// <inheritdoc/>
    public override Presence Find(ReadOnlySpan<byte> code, out int concept)
    {
        concept = Mode == ContentMode.Supplement ? -1 : Number(code);
        return concept >= 0 ? Presence.Present : IsComplete ? Presence.Absent : Presence.Unknown;
    }

    /// <summary>The concept's number; -1 when the code is not among the concepts here.</summary>
    public int Number(ReadOnlySpan<byte> code)
    {
        var concept = codes.Find(code);
        return concept >= 0 || foldedCodes is null ? concept : foldedCodes.Find(Utf8Text.Fold(code));
    }

    /// <summary>The concept's number; -1 when the code is not among the concepts here.</summary>
    public int Number(string code) => Number(Encoding.UTF8.GetBytes(code));

    /// <summary>CodeSystem.concept of a number.</summary>
    public override Element Concept(int number) => document.ElementAt(elements[number]);

    /// <summary>The concept's code as the definition writes it.</summary>
    public string Code(int number) => Concept(number).Child(Names.Code).Value ?? "";

    /// <summary>The concept's display, or null.</summary>
    public string? Display(int number) => Concept(number).Child(Names.Display).Value;

    /// <summary>The concept's definition, or null.</summary>
    public string? DefinitionText(int number) => Concept(number).Child(Names.Definition).Value;

    /// <summary>The system with what supplements say of its concepts (R4 codesystem 4.8.12).</summary>
    public CompiledCodeSystem With(IReadOnlyList<CompiledCodeSystem> additions) =>
        additions.Count == 0 ? this : new CompiledCodeSystem(this, [.. supplements, .. additions.Where(addition => !supplements.Contains(addition))]);

    /// <inheritdoc/>
    public override IEnumerable<Element> Designations(int number) =>
        supplements.Length == 0 ? base.Designations(number) : Said(number).SelectMany(concept => concept.ChildrenNamed(Names.Designation).ToList());

    /// <summary>The concept as the system defines it, then what supplements say of it.</summary>
    public IEnumerable<Element> Said(int number)
    {
        yield return Concept(number);
        if (supplements.Length == 0)
        {
            yield break;
        }

        var code = Utf8Text.Of(Concept(number).Child(Names.Code));
        foreach (var supplement in supplements)
        {
            if (supplement.Number(code.Span) is var there and >= 0)
            {
                yield return supplement.Concept(there);
            }
        }
    }

    // Depth is bounded by what the reader of documents allows.
    private static void Collect(Element parent, int parentNumber, TerminologyNames names, List<Element> concepts, List<int> parents)
    {
        foreach (var concept in parent.ChildrenNamed(names.Concept))
        {
            if (!concept.Child(names.Code).HasValue)
            {
                continue;
            }

            var number = concepts.Count;
            concepts.Add(concept);
            parents.Add(parentNumber);
            Collect(concept, number, names, concepts, parents);
        }
    }
}
