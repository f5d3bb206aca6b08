using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>The snapshots of other definitions as trees, for a compiler that looks up what a slice's type or target demands. Kept only while it compiles.</summary>
internal sealed class DefinitionTrees(Definition owner, ProfileStore store)
{
    private readonly Dictionary<string, DefinitionNode?> trees = new(StringComparer.Ordinal);

    /// <summary>The tree of a StructureDefinition; null when there is none.</summary>
    public DefinitionNode? Of(string canonical)
    {
        if (!trees.TryGetValue(canonical, out var tree))
        {
            trees.Add(canonical, tree = Read(canonical));
        }

        return tree;
    }

    // A canonical may name one element of the profile: url#id.
    private DefinitionNode? Read(string canonical)
    {
        var hash = canonical.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? ReadWhole(canonical) : Of(canonical[..hash])?.Find(canonical[(hash + 1)..]);
    }

    private DefinitionNode? ReadWhole(string canonical) =>
        owner.Scope.TryResolve(canonical, out var definition) && definition.ResourceType == "StructureDefinition"
            && store.Snapshots.Get(definition).StructureDefinition is { } structure
            ? DefinitionNode.Tree(ElementFacts.ReadSnapshot(structure))
            : null;
}
