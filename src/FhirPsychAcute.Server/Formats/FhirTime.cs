using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>Instants and dates as FHIR writes them (http://hl7.org/fhir/R4/datatypes.html#instant).</summary>
internal static class FhirTime
{
    /// <summary>An instant in UTC with milliseconds.</summary>
    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
