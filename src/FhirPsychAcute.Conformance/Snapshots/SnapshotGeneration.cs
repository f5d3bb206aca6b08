using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Makes one snapshot: the base's tree of elements with the differential's laid over it (R4 profiling 5.1.0.2, elementdefinition 2.28).
/// Everything that is wrong becomes a fault; what can be made in spite of it is made.
/// </summary>
internal sealed partial class SnapshotGeneration
{
    private readonly SnapshotSource source;
    private readonly Element definition;
    private readonly DefinitionScope scope;
    private readonly SnapshotChain chain;
    private readonly SnapshotFaults faults = new();
    private readonly SnapshotTree tree;
    private readonly ElementMerge merge;
    private readonly TypeSchema elementDefinition;
    private readonly bool isSpecialization;

    public SnapshotGeneration(SnapshotSource source, ResourceDocument structureDefinition, DefinitionScope scope, SnapshotChain chain)
    {
        this.source = source;
        this.scope = scope;
        this.chain = chain;
        definition = structureDefinition.Root;
        elementDefinition = structureDefinition.Schema.Type("ElementDefinition");
        tree = SnapshotTree.Begin(definition, scope);
        merge = new ElementMerge(faults, new TypeDerivation(scope), tree.Url);

        // R4 structuredefinition 5.3.5: what has no derivation is one of the types from which all others come.
        isSpecialization = !string.Equals(definition.ChildValue("derivation"), "constraint", StringComparison.Ordinal);
    }

    public SnapshotResult Run()
    {
        if (!string.Equals(definition.Type.Name, "StructureDefinition", StringComparison.Ordinal))
        {
            faults.Add("snapshot.no-structure-definition", definition.Type.Name);
            return new SnapshotResult(null, faults.List);
        }

        var root = MakeRoot();
        if (root is null)
        {
            return new SnapshotResult(null, faults.List);
        }

        tree.Complete(root);
        var written = new SnapshotWriting(definition, tree).Write();
        if (written.Document is null || !written.Document.Root.Child("snapshot").Exists)
        {
            faults.Add("snapshot.unreadable", written.Issues.Count > 0 ? written.Issues[0].Message : "");
            return new SnapshotResult(null, faults.List);
        }

        return new SnapshotResult(written.Document, faults.List);
    }

    private SnapshotNode? MakeRoot()
    {
        var baseTree = FindBase(out var failed);
        if (failed)
        {
            return null;
        }

        var rootName = RootName(baseTree);
        var differential = new DifferentialReader(faults).Read(definition, rootName);
        if (differential is null && baseTree is null)
        {
            faults.Add("snapshot.no-differential");
            return null;
        }

        var node = baseTree is null || isSpecialization ? NewRoot(baseTree, rootName, differential) : ConstrainedRoot(baseTree, differential);
        chain.Root = node;
        if (differential is not null)
        {
            if (differential.Definition.Exists && differential.Definition.Child("slicing").Exists)
            {
                faults.Add(differential.Definition, "snapshot.slicing-at-root", rootName);
            }

            node.Children = MergeChildren(node, node.Children, differential);
        }

        return node;
    }

    private SnapshotTree? FindBase(out bool failed)
    {
        failed = true;
        var canonical = definition.ChildValue("baseDefinition");
        if (canonical is null)
        {
            failed = !isSpecialization;
            if (failed)
            {
                faults.Add("snapshot.base-missing");
            }

            return null;
        }

        if (!scope.TryResolve(canonical, out var found) || !string.Equals(found.ResourceType, "StructureDefinition", StringComparison.Ordinal))
        {
            faults.Add("snapshot.base-unknown", canonical);
            return null;
        }

        if (chain.Find(found.Url) is not null || chain.IsTooDeep)
        {
            faults.Add("snapshot.base-cycle", canonical);
            return null;
        }

        var baseTree = source.Tree(found, chain);
        failed = baseTree is null;
        if (failed)
        {
            faults.Add("snapshot.base-without-snapshot", canonical);
        }

        return baseTree;
    }

    private string RootName(SnapshotTree? baseTree)
    {
        if (baseTree is not null && !isSpecialization)
        {
            return baseTree.Root!.Name;
        }

        var path = definition.Child("differential") is { Exists: true } differential ? differential.Child("element") is { Exists: true } first ? first.ChildValue("path") : null : null;
        return path?.Split('.')[0] ?? tree.Type[(tree.Type.LastIndexOf('/') + 1)..];
    }

    private SnapshotNode ConstrainedRoot(SnapshotTree baseTree, DifferentialNode? differential)
    {
        var root = baseTree.Root!;
        if (!string.Equals(tree.Type, baseTree.Type, StringComparison.Ordinal))
        {
            faults.Add("snapshot.type-of-base", tree.Type, baseTree.Type);
        }

        if (differential is null || !differential.Definition.Exists)
        {
            var inherited = root.ToDraft();
            ElementMerge.DropExtensionsOfDefinition(inherited);
            return new SnapshotNode(root.Name, null, inherited, tree) { Children = root.Children };
        }

        if (differential.Definition.ChildrenNamed("type").ToList().Exists(type => type.ChildrenNamed("profile").ToList().Exists(profile => profile.Value == tree.Url)))
        {
            faults.Add(differential.Definition, "snapshot.profile-cycle", tree.Url);
        }

        var draft = root.ToDraft();
        merge.Apply(draft, differential.Definition, MergePlace.Root);
        draft.Remove("slicing");
        return new SnapshotNode(root.Name, null, draft, tree) { Children = root.Children };
    }

    // R4 profiling 5.1.0.2: a specialization has the elements of its base before its own; the base's root gives its constraints.
    private SnapshotNode NewRoot(SnapshotTree? baseTree, string rootName, DifferentialNode? differential)
    {
        var draft = differential is not null && differential.Definition.Exists
            ? new ElementDraft(differential.Definition)
            : baseTree?.Root?.ToDraft() ?? new ElementDraft(elementDefinition);
        draft.Set("path", rootName);
        draft.Remove("slicing");
        ElementMerge.SetConstraintSources(draft, tree.Url);
        if (baseTree?.Root is { } root)
        {
            InheritRoot(draft, root);
        }

        FillRequired(draft, "0", "*", rootName);
        if (string.Equals(tree.Kind, "resource", StringComparison.Ordinal))
        {
            SetMissing(draft, "isSummary", "false");
        }

        return new SnapshotNode(rootName, null, draft, tree) { Children = baseTree?.Root?.Children ?? [] };
    }
}
