namespace FhirPsychAcute.Conformance.Packages;

/// <summary>Where a canonical was found, seen from the one who asked.</summary>
public enum ResolvedFrom : byte
{
    /// <summary>In the asker's own package; for the root in one of the packages loaded.</summary>
    Own,
    /// <summary>In a package of the asker's dependency closure.</summary>
    Dependency,
    /// <summary>In what ships with this room: the core specification, HL7 terminology, HL7 extensions.</summary>
    Shipped,
    /// <summary>
    /// In what ships with this room, though another version was asked for: the asker's package depends on another version of the shipped package, which stands in for it.
    /// </summary>
    StandIn,
    /// <summary>In a loaded package that is not in the asker's dependency closure.</summary>
    OutsideDependencies,
}
