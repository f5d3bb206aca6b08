using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Conformance.Validation.Slicing;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>
/// Compiles the snapshot of one StructureDefinition to what it demands beyond R4 itself: every ElementDefinition is held against the one of the base type, and only
/// what is narrower becomes a rule. One compiler per profile, on one thread.
/// </summary>
internal sealed class ProfileCompiler
{
    private readonly Definition definition;
    private readonly ProfileStore store;
    private readonly SchemaCatalog schema;
    private readonly Dictionary<string, CompiledElement> byPath = new(StringComparer.Ordinal);
    private readonly List<ContentRule> contentRules = [];
    private bool hasObligations;

    private ProfileCompiler(Definition definition, ProfileStore store)
    {
        this.definition = definition;
        this.store = store;
        schema = definition.Scope.Schema;
        Trees = new DefinitionTrees(definition, store);
    }

    /// <summary>The definitions that slices are told apart by.</summary>
    public DefinitionTrees Trees { get; }

    /// <summary>From where the profile's canonicals are resolved.</summary>
    public DefinitionScope Scope => definition.Scope;

    /// <summary>Everything compiled.</summary>
    public ProfileStore Store => store;

    /// <summary>Compiles a profile; what is wrong with it stands in its <see cref="CompiledProfile.Faults"/>.</summary>
    public static CompiledProfile Compile(Definition definition, ProfileStore store) => new ProfileCompiler(definition, store).Compile();

    /// <summary>What findings name as the source of a rule on an element.</summary>
    public string SourceOf(ElementFacts facts) => $"{definition.Canonical}#{facts.Id}";

    /// <summary>Compiles an element or slice.</summary>
    /// <param name="node">The element.</param>
    /// <param name="element">The element that it is in its type; null for the root.</param>
    /// <param name="types">The types that it may have.</param>
    /// <param name="inherited">What R4 says of it; null where that is not one ElementDefinition.</param>
    public CompiledElement Element(DefinitionNode node, ElementSchema? element, IReadOnlyList<TypeSchema> types, ElementFacts? inherited)
    {
        var rules = new List<ElementRule>();
        if (node.Facts is { } facts)
        {
            hasObligations |= facts.HasObligations;
            new ElementRules(facts, inherited, element, types, definition, store, SourceOf(facts)).AddTo(rules);
            if (facts.ContentReference is { } content && node.Children.Count == 0 && content.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0)
            {
                var rule = new ContentRule(content[(hash + 1)..]);
                contentRules.Add(rule);
                rules.Add(rule);
            }
        }

        var compiled = new CompiledElement(node.ToString(), [.. rules], Children(node, types));
        if (node.Facts is { SliceName: null } named)
        {
            byPath.TryAdd(named.Id, compiled);
        }

        return compiled;
    }

    /// <summary>The types that an element may have by its definition in the profile.</summary>
    public IReadOnlyList<TypeSchema> TypesOf(ElementFacts? facts, ElementSchema element)
    {
        var types = new List<TypeSchema>();
        foreach (var type in facts?.Types ?? [])
        {
            // A structure inside a type is typed BackboneElement or Element; the schema knows the structure itself.
            if (schema.TryGetType(type.Code, out var known) && known is not { IsAbstract: true, IsResource: false })
            {
                types.Add(known);
            }
        }

        return types.Count > 0 ? types : [.. element.Types.Select(type => type.Type)];
    }

    private CompiledProfile Compile()
    {
        var snapshot = store.Snapshots.Get(definition);
        if (snapshot.StructureDefinition is not { } structure)
        {
            return Faulty([.. snapshot.Faults.Select(fault => fault.ElementId.Length == 0 ? fault.Message : $"{fault.ElementId}: {fault.Message}")]);
        }

        var root = structure.Root;
        if (!schema.TryGetType(root.ChildValue("type") ?? "", out var type))
        {
            return Faulty([$"R4 has no type '{root.ChildValue("type")}'."]);
        }

        if (DefinitionNode.Tree(ElementFacts.ReadSnapshot(structure)) is not { } tree)
        {
            return Faulty(["The snapshot is empty."]);
        }

        var compiled = Element(tree, null, [type], store.BaseTypes.Of(type).Definition);
        foreach (var rule in contentRules)
        {
            rule.Target = byPath.GetValueOrDefault(rule.ElementId);
        }

        var imposed = root.ChildrenNamed("extension").ToList().Where(extension => extension.ChildValue("url") == StandardExtensions.ImposeProfile)
            .Select(extension => extension.ChildValue("value")).OfType<string>().ToArray();
        return new CompiledProfile(definition, type, compiled, imposed, hasObligations || StandardExtensions.Find(root, StandardExtensions.Obligation).Exists, []);
    }

    private CompiledProfile Faulty(IReadOnlyList<string> faults)
    {
        var named = definition.Document.Root.ChildValue("type") is { } name && schema.TryGetType(name, out var type) ? type : null;
        return new CompiledProfile(definition, named, new CompiledElement("", [], []), [], hasObligations: false, faults);
    }

    private CompiledChild[] Children(DefinitionNode node, IReadOnlyList<TypeSchema> types)
    {
        var children = new List<CompiledChild>();
        foreach (var child in node.Children)
        {
            if (Find(types, child.Name, out var narrowed) is { } element && Child(child, element, narrowed) is { } compiled)
            {
                children.Add(compiled);
            }
        }

        return [.. children];
    }

    private CompiledChild? Child(DefinitionNode node, ElementSchema element, TypeSchema? narrowed)
    {
        var inherited = store.BaseTypes.Of(element).Definition;
        if (narrowed is not null)
        {
            // Observation.valueQuantity: all that is said of value[x] when it is a Quantity.
            var one = SlicingCompiler.OfType(this, node, element, narrowed, inherited);
            return new CompiledChild(element.Name, element.NameId, null, null, one);
        }

        var cardinality = node.Facts is { } facts && (facts.Min > element.Min || facts.Max < element.Max)
            ? new CardinalityRule(facts.Id, facts.Min, facts.Max, SourceOf(facts))
            : null;
        var each = Element(node, element, TypesOf(node.Facts, element), inherited);
        var slicing = SlicingCompiler.Of(this, node, element, inherited);
        return cardinality is null && each.IsEmpty && slicing is null ? null : new CompiledChild(element.Name, element.NameId, cardinality, each.IsEmpty ? null : each, slicing);
    }

    /// <summary>The element of that name in the first type that has it.</summary>
    private static ElementSchema? Find(IReadOnlyList<TypeSchema> types, string name, out TypeSchema? narrowed)
    {
        narrowed = null;
        var plain = name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name;
        foreach (var type in types)
        {
            if (type.Element(plain) is { } element)
            {
                return element;
            }
        }

        foreach (var type in types)
        {
            if (type.FindProperty(System.Text.Encoding.UTF8.GetBytes(name)) is { Element.IsChoice: true } chosen)
            {
                narrowed = chosen.Type;
                return chosen.Element;
            }
        }

        return null;
    }
}
