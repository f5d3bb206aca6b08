using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>FHIRPath expressions of places in a Bundle.</summary>
internal static class BundlePath
{
    /// <summary><c>Bundle.entry[56]</c>.</summary>
    public static string Entry(int entry) => string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{entry}]");
}
