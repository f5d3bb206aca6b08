namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>
/// Who stands above whom in a code system: concepts nested in others, and the properties parent, child and subsumedBy (R4 codesystem 4.8.9). A concept may have
/// several parents; circles in the definition are harmless.
/// </summary>
internal sealed class ConceptHierarchy
{
    private readonly int[][] parents;
    private readonly int[][] children;

    private ConceptHierarchy(int[][] parents, int[][] children)
    {
        this.parents = parents;
        this.children = children;
    }

    /// <summary>Reads the hierarchy of a system.</summary>
    public static ConceptHierarchy Of(CompiledCodeSystem system)
    {
        var above = new SortedSet<int>?[system.Count];
        var below = new SortedSet<int>?[system.Count];
        var nested = system.NestedParents.Span;
        for (var concept = 0; concept < system.Count; concept++)
        {
            Link(nested[concept], concept);
            foreach (var value in system.Properties.StandardValues(concept, "parent"))
            {
                Link(system.Number(Utf8Text.Of(value).Span), concept);
            }

            foreach (var value in system.Properties.StandardValues(concept, "subsumedBy"))
            {
                Link(system.Number(Utf8Text.Of(value).Span), concept);
            }

            foreach (var value in system.Properties.StandardValues(concept, "child"))
            {
                Link(concept, system.Number(Utf8Text.Of(value).Span));
            }
        }

        return new ConceptHierarchy([.. above.Select(Items)], [.. below.Select(Items)]);

        void Link(int parent, int child)
        {
            if (parent >= 0 && child >= 0 && parent != child)
            {
                (above[child] ??= []).Add(parent);
                (below[parent] ??= []).Add(child);
            }
        }

        static int[] Items(SortedSet<int>? numbers) => numbers is null ? [] : [.. numbers];
    }

    /// <summary>The concepts right above.</summary>
    public IReadOnlyList<int> Parents(int concept) => parents[concept];

    /// <summary>The concepts right below.</summary>
    public IReadOnlyList<int> Children(int concept) => children[concept];

    /// <summary>Whether the first concept stands somewhere above the second; false for the same concept.</summary>
    public bool IsAbove(int ancestor, int concept) => ancestor != concept && Ancestors(concept)[ancestor];

    /// <summary>Which concepts stand above, at any distance, by number.</summary>
    public bool[] Ancestors(int concept) => Reach(concept, parents);

    /// <summary>Which concepts stand below, at any distance, by number.</summary>
    public bool[] Descendants(int concept) => Reach(concept, children);

    private static bool[] Reach(int start, int[][] next)
    {
        var reached = new bool[next.Length];
        var open = new Stack<int>(next[start]);
        while (open.TryPop(out var concept))
        {
            if (!reached[concept])
            {
                reached[concept] = true;
                foreach (var further in next[concept])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }
}
