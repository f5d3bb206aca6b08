using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Conformance.Validation.ResourceRules.Contained;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Conformance.Validation.Rules.Content;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>The types of R4 as <see cref="BaseType"/>, each compiled when first met. Safe for any number of threads.</summary>
internal sealed class BaseTypes
{
    private readonly DefinitionScope scope;
    private readonly ProfileStore store;
    private readonly BaseType?[] compiled;
    private readonly Lock compiling = new();

    public BaseTypes(DefinitionScope scope, ProfileStore store)
    {
        this.scope = scope;
        this.store = store;
        compiled = new BaseType?[scope.Schema.Types.Count];
        Extension = scope.Schema.Type("Extension");
    }

    /// <summary>The type of extensions.</summary>
    public TypeSchema Extension { get; }

    /// <summary>The rules of a type.</summary>
    public BaseType Of(TypeSchema type) => Volatile.Read(ref compiled[type.Id]) ?? Compile(type);

    /// <summary>What R4 says of an element.</summary>
    public BaseElement Of(ElementSchema element) => Of(element.Owner).Elements[element.Ordinal];

    private BaseType Compile(TypeSchema type)
    {
        lock (compiling)
        {
            if (compiled[type.Id] is { } done)
            {
                return done;
            }

            // One StructureDefinition holds the type and the structures inside it: Patient, Patient.contact ...
            var dot = type.Name.IndexOf('.', StringComparison.Ordinal);
            var outer = dot < 0 ? type.Name : type.Name[..dot];
            var facts = ReadSnapshot(outer, out var source);
            foreach (var inner in scope.Schema.Types)
            {
                if (inner.Name == outer || (inner.Name.Length > outer.Length && inner.Name[outer.Length] == '.' && inner.Name.StartsWith(outer, StringComparison.Ordinal)))
                {
                    Volatile.Write(ref compiled[inner.Id], Compile(inner, source, facts));
                }
            }

            return compiled[type.Id]!;
        }
    }

    private Dictionary<string, ElementFacts> ReadSnapshot(string typeName, out string source)
    {
        var facts = new Dictionary<string, ElementFacts>(StringComparer.Ordinal);
        source = $"http://hl7.org/fhir/StructureDefinition/{typeName}";
        if (scope.TryResolve(source, out var definition) && store.Snapshots.Get(definition).StructureDefinition is { } structure)
        {
            source = definition.Canonical;
            foreach (var element in ElementFacts.ReadSnapshot(structure))
            {
                facts.TryAdd(element.Path, element);
            }
        }

        return facts;
    }

    private BaseType Compile(TypeSchema type, string source, Dictionary<string, ElementFacts> facts)
    {
        var own = facts.GetValueOrDefault(type.Name);
        var invariants = own is null ? [] : own.Constraints.Where(IsExpression).Select(constraint => InvariantRule.OfBase(Errata.Correct(constraint), $"{source}#{own.Id}", type)).ToArray();
        var elements = new BaseElement[type.Elements.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            var schema = type.Elements[i];
            var element = facts.GetValueOrDefault($"{type.Name}.{schema.Name}{(schema.IsChoice ? "[x]" : "")}");
            elements[i] = element is null ? new BaseElement(schema, null, null, []) : CompileElement(schema, element, source);
        }

        return new BaseType(type, source, own, invariants, ContentRules.For(type, scope.Schema), elements);
    }

    private BaseElement CompileElement(ElementSchema schema, ElementFacts facts, string source)
    {
        var origin = $"{source}#{facts.Id}";
        var rules = new List<ElementRule>();
        foreach (var constraint in facts.Constraints)
        {
            if (!IsOfType(constraint, schema))
            {
                rules.Add(InvariantRule.OfBase(constraint, origin, schema.Types.Count == 1 ? schema.Types[0].Type : null));
            }
        }

        if (facts.Binding is { } binding)
        {
            BindingRule.AddTo(rules, binding, null, scope, origin, isOfProfile: false);
        }

        rules.AddRange(ReferenceRules.Of(facts, scope, origin, isBase: true));

        // Reading has made sure of the types, but not of the profiles on them: Quantity that must be a SimpleQuantity.
        if (TypeProfileRule.Of(facts, scope, store, origin) is { } profiles)
        {
            rules.Add(profiles);
        }

        // JSON can repeat only what is an array, so that a single element can at most be missing.
        var max = schema.IsArray ? facts.Max : int.MaxValue;
        var cardinality = facts.Min > 0 || max != int.MaxValue ? new CardinalityRule(facts.Path, facts.Min, max, origin) : null;
        return new BaseElement(schema, facts, cardinality, [.. rules]);
    }

    /// <summary>
    /// Whether an invariant is checked by its expression. Two have rules of their own: dom-3, and ref-1, whose expression has no answer for <c>#</c>, the container.
    /// </summary>
    private static bool IsExpression(ConstraintFacts constraint) => constraint.Key is not (ContainedRule.Invariant or ReferenceFindings.Invariant);

    /// <summary>Whether an invariant on an element is only repeated from the definition of the element's type, where it is checked anyway.</summary>
    private static bool IsOfType(ConstraintFacts constraint, ElementSchema schema)
    {
        const string baseDefinitions = "http://hl7.org/fhir/StructureDefinition/";
        if (constraint.Source is null)
        {
            // The structure inside a type is a type of its own here, with the invariants of its element.
            return schema.Types.Count == 1 && schema.Types[0].Type is { Kind: TypeKind.Backbone } structure && structure.Name == schema.Path;
        }

        if (!constraint.Source.StartsWith(baseDefinitions, StringComparison.Ordinal))
        {
            return false;
        }

        var name = constraint.Source.AsSpan(baseDefinitions.Length);
        foreach (var type in schema.Types)
        {
            if (!IsOrSpecialises(type.Type, name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOrSpecialises(TypeSchema type, ReadOnlySpan<char> name)
    {
        for (var at = type; at is not null; at = at.Base)
        {
            if (name.SequenceEqual(at.Name))
            {
                return true;
            }
        }

        return false;
    }
}
