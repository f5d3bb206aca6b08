using FhirPsychAcute.Conformance.Validation.Extensions;
using FhirPsychAcute.Conformance.Validation.ResourceRules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>Checks every element of a document against R4 itself: one walk over the nodes, whatever profiles are claimed.</summary>
internal static class BaseCheck
{
    /// <summary>Walks the document.</summary>
    public static void Check(ValidationRun run)
    {
        ClaimedProfiles.CheckAsked(run);
        Check(run.Document, 0, run.Document.ElementCount, run);
    }

    /// <summary>Walks one element and all that is in it.</summary>
    public static void Check(Element element, ValidationRun run) => Check(element.Document, element.Index, EndOf(element), run);

    private static int EndOf(Element element)
    {
        var end = element.Index + 1;
        foreach (var child in element.Children)
        {
            end = EndOf(child);
        }

        return end;
    }

    private static void Check(ResourceDocument document, int start, int end, ValidationRun run)
    {
        var types = run.Profiles.BaseTypes;
        for (var index = start; index < end && !run.HasSeenEnough; index++)
        {
            var element = document.ElementAt(index);
            if (!element.HasValue && !element.HasChildren && !element.IsResource)
            {
                // Reading refuses what has neither value nor content, apart from a resource with its type alone; what is there of it has been told.
                continue;
            }

            if (element.Schema is { } schema)
            {
                foreach (var rule in types.Of(schema).Rules)
                {
                    rule.Check(element, run);
                }
            }

            var type = types.Of(element.Type);
            foreach (var invariant in type.Invariants)
            {
                invariant.Check(element, run);
            }

            foreach (var rule in type.Content)
            {
                rule.Check(element, run);
            }

            foreach (var child in type.Counted)
            {
                child.Cardinality!.Check(element, element.ChildrenNamed(child.Schema.NameId).Count(), run);
            }

            if (ReferenceEquals(element.Type, types.Extension))
            {
                ExtensionRule.Check(element, run);
            }
            else if (element.IsResource)
            {
                CheckResource(element, run);
            }
        }
    }

    private static void CheckResource(Element resource, ValidationRun run)
    {
        ClaimedProfiles.Check(resource, run);
        ImpliedProfiles.Check(resource, run);
        foreach (var rule in ResourceRuleTable.For("Resource"))
        {
            rule.Check(resource, run);
        }

        foreach (var rule in ResourceRuleTable.For(resource.Type.Name))
        {
            rule.Check(resource, run);
        }
    }
}
