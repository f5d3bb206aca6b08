using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>Compiles the slices of an element: what tells them apart, how many there may be, what each demands.</summary>
internal sealed class SlicingCompiler
{
    private static readonly SlicingFacts ByUrl = new([new DiscriminatorFacts("value", "url")], IsOrdered: false, SlicingRules.Open);
    private static readonly SlicingFacts ByType = new([new DiscriminatorFacts("type", "$this")], IsOrdered: false, SlicingRules.Open);

    private readonly ProfileCompiler compiler;
    private readonly ElementSchema element;
    private readonly ElementFacts? inherited;

    private SlicingCompiler(ProfileCompiler compiler, ElementSchema element, ElementFacts? inherited)
    {
        this.compiler = compiler;
        this.element = element;
        this.inherited = inherited;
    }

    /// <summary>The slicing of an element; null when it has no slices.</summary>
    public static SlicingRule? Of(ProfileCompiler compiler, DefinitionNode node, ElementSchema element, ElementFacts? inherited) =>
        node.Slices.Count == 0 ? null : new SlicingCompiler(compiler, element, inherited).Compile(node, FactsOf(node, element));

    /// <summary>What is said of one type of a choice under the choice's name with that type (<c>Observation.valueQuantity</c>): a slice by type.</summary>
    public static SlicingRule OfType(ProfileCompiler compiler, DefinitionNode node, ElementSchema element, TypeSchema type, ElementFacts? inherited)
    {
        var slicing = new SlicingCompiler(compiler, element, inherited);
        var nodes = node.Facts is null ? node.Slices : [node];
        var test = new TypeTest(DiscriminatorPath.Parse("$this", compiler.Scope.Schema)!, [type]);
        var slices = nodes.Select(slice => slicing.Slice(slice, [test], null)).ToArray();
        return new SlicingRule(node.ToString(), compiler.SourceOf(nodes[0].Facts!), element.NameId, ByType, slices, isOfExtensionDefinition: false);
    }

    // R4 profiling 5.1.0.13: extensions are sliced by url and choices by type, whether the definition says so or not.
    private static SlicingFacts FactsOf(DefinitionNode node, ElementSchema element)
    {
        var facts = node.Facts?.Slicing;
        if (facts is { Discriminators.Count: > 0 })
        {
            return facts;
        }

        if (element.Name is "extension" or "modifierExtension")
        {
            return facts is null ? ByUrl : facts with { Discriminators = ByUrl.Discriminators };
        }

        if (element.IsChoice)
        {
            return facts is null ? ByType : facts with { Discriminators = ByType.Discriminators };
        }

        return facts ?? new SlicingFacts([], IsOrdered: false, SlicingRules.Open);
    }

    private SlicingRule Compile(DefinitionNode node, SlicingFacts facts)
    {
        var slices = new Slice[node.Slices.Count];
        for (var i = 0; i < slices.Length; i++)
        {
            var slice = node.Slices[i];
            var reslicing = slice.Slices.Count == 0 ? null : Compile(slice, slice.Facts!.Slicing ?? facts);
            slices[i] = Slice(slice, TestsOf(slice, i, facts), reslicing);
        }

        var source = compiler.SourceOf(node.Facts ?? node.Slices[0].Facts!);
        var isOfExtension = element is { Name: "extension", Owner.Name: "Extension" };
        return new SlicingRule(node.ToString(), source, element.NameId, facts, slices, isOfExtension);
    }

    private Slice Slice(DefinitionNode node, SliceTest[]? tests, SlicingRule? reslicing)
    {
        var facts = node.Facts!;
        var content = compiler.Element(node, element, compiler.TypesOf(facts, element), inherited);
        return new Slice(facts.SliceName ?? facts.LastStep, tests, new CardinalityRule(facts.Id, facts.Min, facts.Max, compiler.SourceOf(facts)), content, reslicing);
    }

    private SliceTest[]? TestsOf(DefinitionNode slice, int position, SlicingFacts facts)
    {
        if (facts.Discriminators.Count == 0)
        {
            return null;
        }

        var tests = new List<SliceTest>();
        foreach (var discriminator in facts.Discriminators)
        {
            // A slice may leave one of several discriminators open, but not all.
            if (TestOf(slice, position, discriminator) is { } test)
            {
                tests.Add(test);
            }
        }

        return tests.Count == 0 ? null : [.. tests];
    }

    private SliceTest? TestOf(DefinitionNode slice, int position, DiscriminatorFacts discriminator)
    {
        if (discriminator.Kind is "position")
        {
            return new PositionTest(position);
        }

        if (DiscriminatorPath.Parse(discriminator.Path, compiler.Scope.Schema) is not { } path)
        {
            return null;
        }

        return discriminator.Kind switch
        {
            "exists" => ExistsTestOf(slice, path),
            "type" => TypeTestOf(slice, path),
            "profile" => ProfileTestOf(slice, path),
            _ => ValueTestOf(slice, path),
        };
    }

    private ExistsTest? ExistsTestOf(DefinitionNode slice, DiscriminatorPath path)
    {
        foreach (var at in Discriminated.At(slice, path.Steps, compiler.Trees))
        {
            if (at.Node?.Facts is { } facts && (facts.Max == 0 || facts.Min > 0))
            {
                return new ExistsTest(path, facts.Max != 0);
            }
        }

        return null;
    }

    private TypeTest? TypeTestOf(DefinitionNode slice, DiscriminatorPath path)
    {
        var types = new List<TypeSchema>();
        if (path.EndsInTarget)
        {
            foreach (var canonical in TargetsAt(slice, path))
            {
                if (compiler.Store.BaseTypeOf(canonical) is { } known)
                {
                    types.Add(known);
                }
                else if (compiler.Trees.Of(canonical)?.Facts is { } root && compiler.Scope.Schema.TryGetType(root.Path, out var profiled))
                {
                    types.Add(profiled);
                }
            }
        }
        else
        {
            foreach (var code in Discriminated.At(slice, path.Steps, compiler.Trees).SelectMany(at => at.Node?.Facts?.Types ?? []).Select(type => type.Code))
            {
                if (compiler.Scope.Schema.TryGetType(code, out var type))
                {
                    types.Add(type);
                }
            }
        }

        return types.Count == 0 ? null : new TypeTest(path, [.. types.Distinct()]);
    }

    private ProfileTest? ProfileTestOf(DefinitionNode slice, DiscriminatorPath path)
    {
        var canonicals = path.EndsInTarget
            ? TargetsAt(slice, path)
            : Discriminated.At(slice, path.Steps, compiler.Trees).SelectMany(at => at.Node?.Facts?.Types ?? []).SelectMany(type => type.Profiles);
        var profiles = canonicals.Distinct(StringComparer.Ordinal).Select(canonical => new ProfileReference(canonical, compiler.Scope, compiler.Store)).ToArray();
        return profiles.Length == 0 ? null : new ProfileTest(path, profiles);
    }

    private IEnumerable<string> TargetsAt(DefinitionNode slice, DiscriminatorPath path) =>
        Discriminated.At(slice, path.Steps.Take(path.Steps.Count - 1), compiler.Trees).SelectMany(at => at.Node?.Facts?.Types ?? []).SelectMany(type => type.TargetProfiles);

    private ValueTest? ValueTestOf(DefinitionNode slice, DiscriminatorPath path)
    {
        // The url of an extension is that of its definition, which need not be read for it.
        if (element.Name is "extension" or "modifierExtension" && path.Text is "url" && slice.Child("url")?.Facts?.Fixed is null
            && slice.Facts!.Types.SelectMany(type => type.Profiles).Select(WithoutVersion).ToArray() is { Length: > 0 } urls)
        {
            return new ValueTest(path, [.. urls.Select(url => new TextDemand(url))]);
        }

        var places = Discriminated.At(slice, path.Steps, compiler.Trees);
        var demands = new List<ValueDemand>();
        foreach (var at in places)
        {
            AddValues(at, demands);
        }

        foreach (var at in demands.Count > 0 ? [] : places)
        {
            if (at.Node?.Facts?.Binding is { Strength: BindingStrength.Required, ValueSet: { } valueSet })
            {
                demands.Add(new BindingDemand(valueSet, compiler.Scope));
            }
        }

        foreach (var at in demands.Count > 0 ? [] : places)
        {
            if (at.Node is { } node && (node.Children.Count > 0 || node.Facts?.MinValue is not null || node.Facts?.MaxValue is not null) && ContentOf(node) is { IsEmpty: false } content)
            {
                demands.Add(new ContentDemand(content));
            }
        }

        return demands.Count == 0 ? null : new ValueTest(path, [.. demands]);
    }

    private static void AddValues(Discriminated at, List<ValueDemand> demands)
    {
        if (at.Value.Exists)
        {
            demands.Add(at.IsFixed ? new FixedDemand(at.Value) : new PatternDemand(at.Value));
        }

        if (at.Node?.Facts?.Fixed is { } fixedValue)
        {
            demands.Add(new FixedDemand(fixedValue.Value));
        }

        if (at.Node?.Facts?.Pattern is { } pattern)
        {
            demands.Add(new PatternDemand(pattern.Value));
        }
    }

    private CompiledElement? ContentOf(DefinitionNode node)
    {
        var types = new List<TypeSchema>();
        foreach (var type in node.Facts?.Types ?? [])
        {
            if (compiler.Scope.Schema.TryGetType(type.Code, out var known))
            {
                types.Add(known);
            }
        }

        return types.Count == 0 ? null : compiler.Element(node, null, types, compiler.Store.BaseTypes.Of(types[0]).Definition);
    }

    private static string WithoutVersion(string canonical) => canonical.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? canonical[..bar] : canonical;
}
