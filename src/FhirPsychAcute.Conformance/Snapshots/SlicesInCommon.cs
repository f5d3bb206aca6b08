using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// What a differential says of the elements below a sliced element, it says of every slice (R4 profiling 5.1.0.11: constraints on the sliced element hold for all
/// items, whatever slice they are in). It is laid under what is said of each slice by itself. Where what they have in common is itself sliced, or is what extensions
/// have in common, it stays where it is said.
/// </summary>
internal sealed class SlicesInCommon
{
    private const int MaxCopies = 20_000;

    private int copies;

    /// <summary>Goes through a differential and gives each slice what the slices have in common.</summary>
    public void Spread(DifferentialNode node)
    {
        foreach (var child in node.Children)
        {
            Spread(child);
        }

        var isCommon = !ElementMerge.IsExtensionName(node.Name) && !node.Children.Exists(IsSliced);
        foreach (var slice in node.Slices)
        {
            foreach (var child in isCommon ? node.Children : [])
            {
                Lay(child, slice);
            }

            Spread(slice);
        }
    }

    private static bool IsSliced(DifferentialNode node) => node.Slices.Count > 0 || node.Children.Exists(IsSliced);

    private void Lay(DifferentialNode common, DifferentialNode parent)
    {
        if (copies++ > MaxCopies)
        {
            return;
        }

        var own = parent.Child(common.Name, common.Place);
        LayInto(common, own);
    }

    private void LayInto(DifferentialNode common, DifferentialNode own)
    {
        if (common.Definition.Exists)
        {
            if (own.Definition.Exists)
            {
                own.General.Insert(0, common.Definition);
            }
            else
            {
                own.Definition = common.Definition;
            }
        }

        foreach (var child in common.Children)
        {
            Lay(child, own);
        }
    }
}
