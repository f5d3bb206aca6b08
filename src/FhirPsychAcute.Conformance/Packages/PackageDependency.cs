namespace FhirPsychAcute.Conformance.Packages;

/// <summary>What became of a dependency that a package names.</summary>
public enum DependencyState : byte
{
    /// <summary>The version asked for is loaded.</summary>
    Loaded,
    /// <summary>The version asked for ships with this room.</summary>
    Shipped,
    /// <summary>The version asked for is not loaded; another version of the package stands in for it.</summary>
    StandIn,
    /// <summary>No version that could stand in is loaded.</summary>
    Missing,
}

/// <summary>A dependency that a package names.</summary>
/// <param name="Asked">Name and version, as the package's manifest has them: the version may be <c>4.0.x</c> or <c>latest</c>.</param>
/// <param name="State">What became of it.</param>
/// <param name="Resolved">The package that is used; null when it is missing.</param>
public sealed record PackageDependency(PackageId Asked, DependencyState State, PackageId? Resolved);
