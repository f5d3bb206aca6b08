using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>
/// Makes the rules of a value set from its definition. What the definition names is resolved from where the definition stands. Value sets that it imports are
/// compiled with it, their code systems when first needed; a value set that imports itself, over whatever way, is refused.
/// </summary>
internal static class ValueSetCompiler
{
    private const string SupplementExtension = "http://hl7.org/fhir/StructureDefinition/valueset-supplement";

    private static readonly ConditionalWeakTable<DefinitionScope, ScopeView> Views = [];

    /// <summary>The view from a scope.</summary>
    public static ScopeView ViewOf(DefinitionScope scope) => Views.TryGetValue(scope, out var known) ? known : Views.GetValue(scope, static key => new ScopeView(key));

    /// <summary>The rules of a value set's definition, kept with it, as they are seen from the view.</summary>
    public static ValueSetRules Compile(Definition definition, ScopeView view) => Compile(definition, view, []);

    /// <summary>The rules of a value set that stands for itself, with what it names resolved by the view.</summary>
    public static ValueSetRules Compile(Element valueSet, ScopeView view) => Compile(valueSet, view, () => null, []);

    /// <summary>The expansion published beside a definition, where it is of the same version.</summary>
    public static GivenExpansion? Published(Definition definition) =>
        definition.Scope.TryResolveExpansion(definition.Canonical, out var expanded) && expanded.Version == definition.Version
            && expanded.Document.Root.Child("expansion") is { Exists: true } expansion
            ? new GivenExpansion(expansion, CompiledDefinitions.NamesOf(definition.Scope.Schema))
            : null;

    private static ValueSetRules Compile(Definition definition, ScopeView asker, List<Definition> importers)
    {
        var view = asker.OwnRules is null ? ViewOf(definition.Scope) : asker;
        var known = asker.OwnRules ?? CompiledDefinitions.ValueSets;
        return known.TryGetValue(definition, out var rules) ? rules
            : known.GetValue(definition, key => Compile(key.Document.Root, view, () => Published(key), [.. importers, key]));
    }

    private static ValueSetRules Compile(Element valueSet, ScopeView view, Func<GivenExpansion?> published, List<Definition> importers)
    {
        var fault = MissingSupplement(valueSet, view);
        var includes = new List<IncludeRule>();
        var excludes = new List<IncludeRule>();
        if (valueSet.Child("compose") is { Exists: true } compose)
        {
            Read(compose, "include", includes);
            Read(compose, "exclude", excludes);
        }

        var given = valueSet.Child("expansion") is { Exists: true } expansion ? new GivenExpansion(expansion, view.Names) : null;
        return new ValueSetRules(valueSet, [.. includes], [.. excludes], given, published, fault);

        void Read(Element parent, string name, List<IncludeRule> rules)
        {
            foreach (var rule in parent.ChildrenNamed(name))
            {
                var imports = new List<ImportedValueSet>();
                foreach (var import in rule.ChildrenNamed("valueSet"))
                {
                    if (import.Value is { } canonical)
                    {
                        var imported = Import(canonical, view, importers);
                        fault ??= imported.Fault;
                        imports.Add(new ImportedValueSet(canonical, imported.Rules));
                    }
                }

                rules.Add(new IncludeRule(rule, view, [.. imports]));
            }
        }
    }

    // A value set that needs a supplement cannot be worked out without it (extension valueset-supplement).
    private static string? MissingSupplement(Element valueSet, ScopeView view)
    {
        foreach (var extension in valueSet.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") is SupplementExtension && extension.Child("value").Value is { } canonical
                && !(view.Scope.TryResolve(canonical, out var definition) && definition.ResourceType == "CodeSystem"))
            {
                return $"the supplement {canonical} is not here";
            }
        }

        return null;
    }

    private static (ValueSetRules? Rules, string? Fault) Import(string canonical, ScopeView view, List<Definition> importers)
    {
        if (!view.Scope.TryResolve(canonical, out var definition) || definition.ResourceType != "ValueSet")
        {
            return (null, null);
        }

        if (importers.Contains(definition))
        {
            return (null, $"{importers[0].Canonical} imports itself by way of {importers[^1].Canonical}");
        }

        var rules = Compile(definition, view, importers);
        return (rules, rules.Fault);
    }
}
