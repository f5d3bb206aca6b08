using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// A differential may name one type of a choice by writing <c>valueQuantity</c>: short for the slice of <c>value[x]</c> of that name
/// (R4 profiling 5.1.0.8, elementdefinition 2.28.0.3).
/// </summary>
internal static class ChoiceNames
{
    /// <summary>Moves what is said of <c>valueQuantity</c> under <c>value[x]</c>, where that is an element with this type among its own.</summary>
    /// <param name="inherited">The elements that are there.</param>
    /// <param name="differential">What is said of them.</param>
    /// <param name="withinSlice">
    /// Whether the elements are those of a slice: there the short form means the choice itself, narrowed to the type.
    /// </param>
    public static void Unify(IReadOnlyList<SnapshotNode> inherited, DifferentialNode differential, bool withinSlice)
    {
        for (var i = 0; i < differential.Children.Count; i++)
        {
            var said = differential.Children[i];
            if (inherited.Any(child => string.Equals(child.Name, said.Name, StringComparison.Ordinal)))
            {
                continue;
            }

            var choice = inherited.FirstOrDefault(child => ElementIds.IsChoiceOf(child.Name, said.Name));
            if (choice is not null && TypeOf(choice, said.Name) is { } code)
            {
                differential.Children.RemoveAt(i);
                if (withinSlice && said.Slices.Count == 0 && !differential.Children.Exists(other => string.Equals(other.Name, choice.Name, StringComparison.Ordinal) || ElementIds.IsChoiceOf(choice.Name, other.Name)))
                {
                    differential.Children.Insert(i, Narrowed(choice.Name, said, code));
                    continue;
                }

                i--;
                if (IsOnlyType(differential.FindChild(choice.Name), choice, said))
                {
                    Unsliced(differential, choice.Name, said, ref i).Children.AddRange(said.Children);
                    continue;
                }

                Move(said, Unsliced(differential, choice.Name, said, ref i), code);
            }
        }
    }

    // Where a choice has been narrowed to the type, the short form in the paths of what is below means the choice itself.
    private static bool IsOnlyType(DifferentialNode? narrowed, SnapshotNode choice, DifferentialNode said)
    {
        if (said.Definition.Exists || said.Slices.Count > 0)
        {
            return false;
        }

        return narrowed is not null && narrowed.Definition.Exists && narrowed.Definition.Child("type").Exists
            ? narrowed.Slices.Count == 0 && narrowed.Definition.ChildrenNamed("type").Count() == 1
            : choice.Values("type").Count == 1;
    }

    /// <summary>Code of the type that such a name means, if the choice has it.</summary>
    public static string? TypeOf(SnapshotNode choice, string name)
    {
        var suffix = name.AsSpan(choice.Name.Length - 3);
        foreach (var type in choice.Values("type"))
        {
            if (TypeDerivation.Code(type) is { Length: > 0 } code
                && code.Length == suffix.Length
                && char.ToUpperInvariant(code[0]) == suffix[0]
                && code.AsSpan(1).SequenceEqual(suffix[1..]))
            {
                return code;
            }
        }

        return null;
    }

    private static DifferentialNode Narrowed(string name, DifferentialNode said, string code)
    {
        var node = new DifferentialNode(name, null) { FirstMention = said.FirstMention, Definition = said.Definition, TypeCode = code };
        node.Children.AddRange(said.Children);
        node.General.AddRange(said.General);
        return node;
    }

    private static DifferentialNode Unsliced(DifferentialNode differential, string name, DifferentialNode said, ref int index)
    {
        var node = differential.FindChild(name);
        if (node is null)
        {
            node = new DifferentialNode(name, null) { FirstMention = said.Place, IsShortForm = true };
            differential.Children.Insert(++index, node);
        }

        return node;
    }

    private static void Move(DifferentialNode said, DifferentialNode unsliced, string code)
    {
        if (said.Definition.Exists || said.Children.Count > 0)
        {
            MoveInto(unsliced.Slice(said.Name, said.Place), said, code);
        }

        foreach (var slice in said.Slices)
        {
            MoveInto(unsliced.Slice(slice.SliceName!, slice.Place), slice, code);
        }
    }

    private static void MoveInto(DifferentialNode slice, DifferentialNode said, string code)
    {
        slice.TypeCode = code;
        if (!slice.Definition.Exists)
        {
            slice.Definition = said.Definition;
        }

        slice.General.AddRange(said.General);
        slice.Children.AddRange(said.Children);
        slice.Slices.AddRange(said.Slices);
    }
}
