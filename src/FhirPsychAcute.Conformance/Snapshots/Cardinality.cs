using System.Globalization;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Reads min and max of an ElementDefinition.</summary>
internal static class Cardinality
{
    /// <summary>The least number of occurrences; 0 where it is not said or not a number.</summary>
    public static int Min(string? min) => int.TryParse(min, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The greatest number of occurrences; <see cref="int.MaxValue"/> for <c>*</c> and where it is not said or not a number.</summary>
    public static int Max(string? max) => int.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
