using System.Text;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>What is made of an element that a path leads to.</summary>
internal abstract class IndexAction
{
    /// <summary>Appends the rows of one element.</summary>
    public abstract void Run(Element element, IndexRun run);

    /// <summary>Appends the rows of a System value that an expression computed; most parameters have none.</summary>
    public virtual void Run(FhirPathValue value, IndexRun run)
    {
    }
}

/// <summary>The merged paths of one resource type (or of one component): names to follow, and what to make of the elements that they lead to. Immutable after building.</summary>
internal sealed class PathTree
{
    private const int MappedFrom = 5;
    private readonly List<Branch> branches = [];
    private IndexAction[] actions = [];
    private byte[]? branchByName;

    /// <summary>Adds a path with the action at its end.</summary>
    public void Add(IReadOnlyList<PathStep> steps, int from, IndexAction action, SchemaCatalog schema)
    {
        if (from == steps.Count)
        {
            actions = [.. actions, action];
            return;
        }

        var step = steps[from];
        var nameId = schema.NameId(step.Name);
        if (nameId < 0)
        {
            return;
        }

        var branch = branches.Find(other => other.NameId == nameId);
        if (branch is null)
        {
            branch = new Branch(nameId);
            branches.Add(branch);
        }

        var way = branch.Ways.Find(other => other.Step == step);
        if (way is null)
        {
            way = new Way(step, schema);
            branch.Ways.Add(way);
        }

        way.Tree.Add(steps, from + 1, action, schema);
    }

    /// <summary>Makes look-up tables; call once after the last <see cref="Add"/>.</summary>
    public void Seal()
    {
        if (branches.Count is >= MappedFrom and < byte.MaxValue)
        {
            branchByName = new byte[branches.Max(branch => branch.NameId) + 1];
            for (var i = 0; i < branches.Count; i++)
            {
                branchByName[branches[i].NameId] = (byte)(i + 1);
            }
        }

        foreach (var branch in branches)
        {
            foreach (var way in branch.Ways)
            {
                way.Tree.Seal();
            }
        }
    }

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => branches.Count == 0 && actions.Length == 0;

    /// <summary>Follows the paths from an element.</summary>
    public void Walk(Element element, IndexRun run)
    {
        foreach (var action in actions)
        {
            action.Run(element, run);
        }

        if (branches.Count == 0)
        {
            return;
        }

        foreach (var child in element.Children)
        {
            if (Find(child.NameId) is not { } branch)
            {
                continue;
            }

            foreach (var way in branch.Ways)
            {
                if (way.Admits(child))
                {
                    way.Tree.Walk(child, run);
                }
            }
        }
    }

    private Branch? Find(int nameId)
    {
        if (branchByName is { } map)
        {
            return (uint)nameId < (uint)map.Length && map[nameId] is var slot and not 0 ? branches[slot - 1] : null;
        }

        foreach (var branch in branches)
        {
            if (branch.NameId == nameId)
            {
                return branch;
            }
        }

        return null;
    }

    private sealed class Branch(int nameId)
    {
        public int NameId { get; } = nameId;

        public List<Way> Ways { get; } = [];
    }

    private sealed class Way(PathStep step, SchemaCatalog schema)
    {
        private readonly int childNameId = step.ChildName is { } name && schema.NameId(name) is var id and >= 0 ? id : int.MaxValue;
        private readonly byte[]? childValue = step.ChildValue is { } value ? Encoding.UTF8.GetBytes(value) : null;

        public PathStep Step { get; } = step;

        public PathTree Tree { get; } = new();

        public bool Admits(Element element)
        {
            if (Step.OfType is { } type && !ReferenceEquals(element.Type, type) && (type.IsPrimitive || !element.Type.IsOrSpecialises(type)))
            {
                return false;
            }

            if (childValue is not null && !HasChild(element))
            {
                return false;
            }

            return Step.ResolvesTo is not { } target || ReferenceTarget.IsOfType(element, target);
        }

        private bool HasChild(Element element)
        {
            foreach (var child in element.ChildrenNamed(childNameId))
            {
                if (child.ValueEquals(childValue))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
