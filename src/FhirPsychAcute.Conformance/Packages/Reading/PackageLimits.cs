namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>What a package may be at most; beyond it the package is refused.</summary>
/// <param name="FileBytes">Bytes of one file, unpacked.</param>
/// <param name="TotalBytes">Bytes of all files together, unpacked.</param>
/// <param name="Files">Number of files.</param>
internal sealed record PackageLimits(long FileBytes, long TotalBytes, int Files)
{
    public static PackageLimits Default { get; } = new(256L << 20, 4L << 30, 200_000);
}
