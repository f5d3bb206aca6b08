using System.Runtime.CompilerServices;
using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Finds the Questionnaire that answers name: contained, loaded, in the same Bundle, or where the caller looks things up.</summary>
internal static class FormSource
{
    private static readonly ConditionalWeakTable<Definition, Form> Loaded = new();

    /// <summary>The form; null when the Questionnaire is not to be found.</summary>
    public static Form? Find(Element response, string canonical, ValidationRun run)
    {
        if (canonical.StartsWith('#'))
        {
            var references = run.ReferencesOf(response);
            var container = references.Container(response);
            var contained = references.Contained(container).Find(Encoding.UTF8.GetBytes(canonical[1..]));
            return FormOf(contained, container, run.Scope);
        }

        if (run.Scope.TryResolve(canonical, out var definition))
        {
            return definition.ResourceType == "Questionnaire" ? Loaded.GetValue(definition, Compile) : null;
        }

        if (InBundle(response, canonical) is { Exists: true } bundled)
        {
            return FormOf(bundled, bundled, run.Scope);
        }

        return run.Request.Resolve is { } resolve && resolve(canonical) is { Exists: true } target ? FormOf(target, target, run.Scope) : null;
    }

    private static Form Compile(Definition definition)
    {
        var questionnaire = definition.Document.Root;
        return new Form(questionnaire, ContainedScope.Of(questionnaire, definition.Scope));
    }

    private static Form? FormOf(Element questionnaire, Element container, DefinitionScope scope) =>
        questionnaire is { Exists: true, Type.Name: "Questionnaire" } ? new Form(questionnaire, ContainedScope.Of(container, scope)) : null;

    private static Element InBundle(Element response, string canonical)
    {
        if (response.Parent is not { Exists: true, Name: "entry" } entry)
        {
            return default;
        }

        var wanted = CanonicalReference.Parse(canonical);
        foreach (var other in entry.Parent.ChildrenNamed("entry"))
        {
            if (other.Child("resource") is { Exists: true, Type.Name: "Questionnaire" } questionnaire && questionnaire.ChildValue("url") == wanted.Url
                && (wanted.Version is null || questionnaire.ChildValue("version") == wanted.Version))
            {
                return questionnaire;
            }
        }

        return default;
    }
}
