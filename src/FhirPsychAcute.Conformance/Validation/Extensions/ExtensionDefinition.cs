using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Extensions;

/// <summary>The definition of an extension: its profile, where it may stand, whether it is a modifier (http://hl7.org/fhir/R4/defining-extensions.html).</summary>
internal sealed class ExtensionDefinition
{
    private ExtensionDefinition(CompiledProfile profile, bool isModifier, ExtensionContext[] contexts, ContextInvariant[] invariants)
    {
        Profile = profile;
        IsModifier = isModifier;
        Contexts = contexts;
        Invariants = invariants;
    }

    /// <summary>What the extension must keep to.</summary>
    public CompiledProfile Profile { get; }

    /// <summary>Whether the definition is one of an extension at all.</summary>
    public bool IsExtension => Profile.Type is null or { Name: "Extension" };

    /// <summary>Whether it changes the meaning of its element.</summary>
    public bool IsModifier { get; }

    /// <summary>Where it may stand; empty for anywhere.</summary>
    public IReadOnlyList<ExtensionContext> Contexts { get; }

    /// <summary>Expressions that must be true on the element that carries it.</summary>
    public IReadOnlyList<ContextInvariant> Invariants { get; }

    /// <summary>Reads a definition.</summary>
    public static ExtensionDefinition Of(Definition definition, ProfileStore store)
    {
        var profile = store.Of(definition);
        var root = (store.Snapshots.Get(definition).StructureDefinition ?? definition.Document).Root;
        var contexts = new List<ExtensionContext>();
        foreach (var context in root.ChildrenNamed("context"))
        {
            if (context.ChildValue("expression") is { } expression)
            {
                contexts.Add(ExtensionContext.Of(context.ChildValue("type") ?? "element", expression, definition.Scope.Schema));
            }
        }

        if (contexts.Count > 0 && Errata.ContextBeside(definition) is { } beside)
        {
            contexts.Add(ExtensionContext.Of("element", beside, definition.Scope.Schema));
        }

        var invariants = new List<ContextInvariant>();
        foreach (var invariant in root.ChildrenNamed("contextInvariant"))
        {
            if (invariant.Value is { } expression && ContextInvariant.Of(expression, definition.Scope.Schema) is { } compiled)
            {
                invariants.Add(compiled);
            }
        }

        var element = root.Child("snapshot").Exists ? root.Child("snapshot").Child("element") : default;
        var isModifier = element.Exists && element.ChildValue("isModifier") is "true";
        return new ExtensionDefinition(profile, isModifier, [.. contexts], [.. invariants]);
    }
}

/// <summary>StructureDefinition.contextInvariant: the focus is the element that carries the extension, <c>%extension</c> the extension.</summary>
internal sealed class ContextInvariant
{
    private readonly CompiledExpression compiled;

    private ContextInvariant(CompiledExpression compiled) => this.compiled = compiled;

    /// <summary>The expression.</summary>
    public string Expression => compiled.Text;

    /// <summary>Compiles one; null when it is not FHIRPath.</summary>
    public static ContextInvariant? Of(string expression, SchemaCatalog schema)
    {
        try
        {
            return new ContextInvariant(CompiledExpression.Compile(expression, schema, CompileOptions.R4Definitions));
        }
        catch (FhirPathException)
        {
            return null;
        }
    }

    /// <summary>Whether it holds; what cannot be evaluated does.</summary>
    public bool Holds(Element holder, Element extension, ValidationRun run)
    {
        try
        {
            return compiled.IsTrue(holder, run.EvaluationWith("extension", extension));
        }
        catch (FhirPathException)
        {
            return true;
        }
    }
}
