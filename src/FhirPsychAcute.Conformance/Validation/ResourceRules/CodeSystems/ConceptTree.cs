using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>The concepts of a CodeSystem, children included.</summary>
internal static class ConceptTree
{
    // R4 says nothing about depth; the reader bounds the nesting of the document.
    /// <summary>Every concept below an element, each before its children.</summary>
    public static IEnumerable<Element> Concepts(Element parent)
    {
        var waiting = new Stack<Element>();
        Push(waiting, parent);
        while (waiting.TryPop(out var concept))
        {
            yield return concept;
            Push(waiting, concept);
        }
    }

    /// <summary>The codes of all concepts.</summary>
    public static HashSet<string> Codes(Element codeSystem)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var concept in Concepts(codeSystem))
        {
            if (concept.ChildValue("code") is { } code)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    private static void Push(Stack<Element> waiting, Element parent)
    {
        var children = parent.ChildrenNamed("concept").ToList();
        for (var i = children.Count - 1; i >= 0; i--)
        {
            waiting.Push(children[i]);
        }
    }
}
