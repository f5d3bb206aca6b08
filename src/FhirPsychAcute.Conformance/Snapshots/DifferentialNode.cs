using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>What a differential says of one element or slice, with what it says of the elements below. Often it speaks of those only.</summary>
internal sealed class DifferentialNode(string name, string? sliceName)
{
    /// <summary>Last part of the path as the differential writes it: <c>value[x]</c>, <c>valueQuantity</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the slice; null when this is no slice.</summary>
    public string? SliceName { get; } = sliceName;

    /// <summary>The element of the differential; no element when it only speaks of what is below.</summary>
    public Element Definition { get; set; }

    /// <summary>What is said of all slices, which comes before what is said of this one.</summary>
    public List<Element> General { get; } = [];

    /// <summary>The element below by which the node is known when it has no definition of its own.</summary>
    public Element FirstMention { get; set; }

    /// <summary>For a type of a choice written short (<c>valueQuantity</c>): the type's code. Otherwise null.</summary>
    public string? TypeCode { get; set; }

    /// <summary>Whether the choice was sliced by the short form only, so that nothing says how.</summary>
    public bool IsShortForm { get; set; }

    /// <summary>Elements below, in the order of the differential.</summary>
    public List<DifferentialNode> Children { get; } = [];

    /// <summary>Slices, in the order of the differential.</summary>
    public List<DifferentialNode> Slices { get; } = [];

    /// <summary>Where faults of this node are shown.</summary>
    public Element Place => Definition.Exists ? Definition : FirstMention;

    /// <summary>The child of that name, made when there is none.</summary>
    public DifferentialNode Child(string childName, Element mention)
    {
        var child = FindChild(childName);
        if (child is null)
        {
            child = new DifferentialNode(childName, null) { FirstMention = mention };
            Children.Add(child);
        }

        return child;
    }

    /// <summary>The slice of that name, made when there is none.</summary>
    public DifferentialNode Slice(string name, Element mention)
    {
        var slice = FindSlice(name);
        if (slice is null)
        {
            slice = new DifferentialNode(Name, name) { FirstMention = mention };
            Slices.Add(slice);
        }

        return slice;
    }

    /// <summary>The child of that name, or null.</summary>
    public DifferentialNode? FindChild(string childName) => Children.Find(child => string.Equals(child.Name, childName, StringComparison.Ordinal));

    /// <summary>The slice of that name, or null.</summary>
    public DifferentialNode? FindSlice(string name) => Slices.Find(slice => string.Equals(slice.SliceName, name, StringComparison.Ordinal));
}
