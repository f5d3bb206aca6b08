using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>What must be gathered before a path can be shown: first what is about the person, then the places and people that this names, in a few rounds.</summary>
public static class PathwayQuestion
{
    /// <summary>Most records of one person that are followed by <c>Patient.link</c>.</summary>
    public const int MaxRecords = 20;

    /// <summary>Rounds of <see cref="Missing"/> that are worth asking: a role, its organisation, and those that this is part of.</summary>
    public const int MaxRounds = 6;

    private const int Batch = 100;

    private static readonly string[] AboutPatient =
    [
        "Encounter", "Observation", "RiskAssessment", "ClinicalImpression", "QuestionnaireResponse", "ServiceRequest", "Task", "Appointment", "Procedure",
        "MedicationAdministration", "CarePlan", "CareTeam", "Communication", "Consent", "DetectedIssue",
    ];

    // Elements by which steps name places and people, by the types that they may name.
    private static readonly string[] Places = ["Organization", "PractitionerRole", "Practitioner", "HealthcareService", "Location", "RelatedPerson"];

    /// <summary>Records linked to this one from elsewhere.</summary>
    /// <param name="patient"><c>Patient/id</c>.</param>
    public static Gathering LinkedTo(string patient) => new("Patient", ("link", patient));

    /// <summary>Other records of the same person that a record names.</summary>
    public static IEnumerable<string> LinkedFrom(ResourceDocument patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        foreach (var link in patient.Root.ChildrenNamed("link").ToList())
        {
            if (link.ReferenceIn("other") is { } other && other.StartsWith("Patient/", StringComparison.Ordinal))
            {
                yield return other;
            }
        }
    }

    /// <summary>Everything about a person.</summary>
    /// <param name="patients">Addresses of the person's records.</param>
    public static IReadOnlyList<Gathering> About(IEnumerable<string> patients)
    {
        var list = string.Join(',', patients);
        return [.. AboutPatient.Select(type => new Gathering(type, ("patient", list)))];
    }

    /// <summary>What the resources of a set name and is not in it: places, people, and calls without a person that a call of the person followed.</summary>
    /// <param name="resources">What has been gathered.</param>
    /// <param name="asked">Addresses that have been asked for; those of this round are added.</param>
    public static IReadOnlyList<Gathering> Missing(ResourceSet resources, ISet<string> asked)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(asked);
        var missing = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var resource in resources.All)
        {
            for (var index = 1; index < resource.ElementCount; index++)
            {
                var element = resource.ElementAt(index);
                if (element.Name != "reference" || element.Value is not { } reference || !IsWanted(resource, element, reference) || resources.Find(reference) is not null || !asked.Add(reference))
                {
                    continue;
                }

                var slash = reference.IndexOf('/', StringComparison.Ordinal);
                var type = reference[..slash];
                if (!missing.TryGetValue(type, out var ids))
                {
                    missing.Add(type, ids = []);
                }

                ids.Add(reference[(slash + 1)..]);
            }
        }

        return [.. missing.SelectMany(static pair => pair.Value.Chunk(Batch).Select(ids => new Gathering(pair.Key, ("_id", string.Join(',', ids)))))];
    }

    private static bool IsWanted(ResourceDocument resource, Element element, string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == reference.Length - 1 || reference.IndexOf('/', slash + 1) >= 0)
        {
            return false;
        }

        return Array.IndexOf(Places, reference[..slash]) >= 0
            || (resource.Type.Name == "Encounter" && element.Parent.Name == "partOf" && reference.StartsWith("Encounter/", StringComparison.Ordinal));
    }
}
