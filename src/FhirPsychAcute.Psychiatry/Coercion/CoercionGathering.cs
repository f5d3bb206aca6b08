using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>What the rules need to know of measures, as searches.</summary>
public static class CoercionGathering
{
    private static readonly (string Name, string Value) Measures = ("category", $"{CoercionCodes.Category}|{CoercionCodes.Coercion}");

    // R4 has no search parameter for MedicationAdministration.partOf, Communication.about and CarePlan.supportingInfo: those come by the patient.
    private static readonly (string Name, string Value)[] Around =
    [
        ("_include:iterate", "Procedure:patient"),
        ("_include:iterate", "Procedure:encounter"),
        ("_include:iterate", "Procedure:location"),
        ("_revinclude:iterate", "Observation:part-of"),
        ("_revinclude:iterate", "Procedure:part-of"),
        ("_revinclude:iterate", "Task:focus"),
        ("_revinclude:iterate", "CareTeam:patient"),
        ("_revinclude:iterate", "Encounter:patient"),
        ("_revinclude:iterate", "MedicationAdministration:patient"),
        ("_revinclude:iterate", "Communication:patient"),
        ("_revinclude:iterate", "CarePlan:patient"),
    ];

    // From the ward to the region that it lies in.
    private static readonly (string Name, string Value)[] Place =
    [
        ("_include:iterate", "Encounter:location"),
        ("_include:iterate", "Location:organization"),
        ("_include:iterate", "Organization:partof"),
    ];

    /// <summary>Everything about one measure.</summary>
    /// <param name="procedureId">Logical id of the Procedure.</param>
    public static IReadOnlyList<Gathering> OfMeasure(string procedureId) => [new("Procedure", [("_id", procedureId), .. Around])];

    /// <summary>Everything about the measures that go on at a time or ended at most so many days before it, and about those of which a complaint is not decided.</summary>
    /// <param name="at">The time.</param>
    /// <param name="days">How far back an end may lie.</param>
    /// <param name="ward">Address of a ward (<c>Location/1</c>) or its identifier (<c>system|value</c>); null for all.</param>
    public static IReadOnlyList<Gathering> OfWard(DateTimeOffset at, int days, string? ward)
    {
        // A page brings whatever belongs to its measures, so it has few of them.
        (string Name, string Value)[] common = [.. During(at, days), .. Around, .. Place, ("_count", "200")];
        var complaints = new Gathering(
            "Task",
            [("code", $"{CoercionCodes.Instance}|{CoercionCodes.Board}"), ("status", "requested,received,accepted,in-progress,on-hold"), ("_include", "Task:focus"), .. Around, .. Place, ("_count", "200")]);
        return ward is null
            ? [new("Procedure", common), complaints]
            : [new("Procedure", [(Parameter("location", ward), ward), .. common]), new("Procedure", [(Parameter("encounter.location", ward), ward), .. common]), complaints];
    }

    /// <summary>The measures that go on or ended lately, alone.</summary>
    internal static Gathering Recent(DateTimeOffset at, int days) => new("Procedure", [.. During(at, days)]);

    // A Period without end has no upper bound: whatever goes on is at or after any day.
    private static IEnumerable<(string Name, string Value)> During(DateTimeOffset at, int days) =>
        [Measures, ("date", "ge" + Day(at.AddDays(-days))), ("date", "le" + Day(at))];

    private static string Day(DateTimeOffset time) => DanishTime.Day(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Parameter(string path, string ward) => ward.Contains('|', StringComparison.Ordinal) ? path + ".identifier" : path;
}
