namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Where a definition is merged: some rules differ.</summary>
internal enum MergePlace
{
    /// <summary>The root of a profile.</summary>
    Root,
    /// <summary>An element, or a slice that the base has.</summary>
    Element,
    /// <summary>A slice that the differential introduces.</summary>
    NewSlice,
    /// <summary>A slice or element that its profile's root describes.</summary>
    ProfiledSlice,
}
