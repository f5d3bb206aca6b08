using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>What the rules need to know of a measure, as searches.</summary>
public static class CoercionGathering
{
    /// <summary>Everything about one measure.</summary>
    /// <param name="procedureId">Logical id of the Procedure.</param>
    public static IReadOnlyList<Gathering> OfMeasure(string procedureId) => [new("Procedure", [("_id", procedureId), .. Around])];

    // R4 has no search parameter for MedicationAdministration.partOf, Communication.about and CarePlan.supportingInfo: those come by the patient.
    internal static IReadOnlyList<(string Name, string Value)> Around { get; } =
    [
        ("_include", "Procedure:patient"),
        ("_include", "Procedure:encounter"),
        ("_include", "Procedure:location"),
        ("_revinclude", "Observation:part-of"),
        ("_revinclude", "Procedure:part-of"),
        ("_revinclude", "Task:focus"),
        ("_revinclude:iterate", "CareTeam:patient"),
        ("_revinclude:iterate", "Encounter:patient"),
        ("_revinclude:iterate", "MedicationAdministration:patient"),
        ("_revinclude:iterate", "Communication:patient"),
        ("_revinclude:iterate", "CarePlan:patient"),
    ];
}
