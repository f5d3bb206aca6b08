using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// Profiles that R4 itself demands by what a resource says: an Observation of a vital sign conforms to the profile of that vital sign, also where it does not claim it
/// and where it has a more specific code or one of SNOMED CT (http://hl7.org/fhir/R4/observation-vitalsigns.html: "SHALL conform", "the LOINC codes SHALL be used").
/// </summary>
internal static class ImpliedProfiles
{
    private const string Section = "http://hl7.org/fhir/R4/observation-vitalsigns.html";
    private const string Base = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly (byte[] Code, string Profile)[] Loinc = Table(
        ("vitalspanel", "85353-1"),
        ("resprate", "9279-1"),
        ("heartrate", "8867-4"),
        ("oxygensat", "2708-6 59408-5"),
        ("bodytemp", "8310-5 8331-1 8332-9 8333-7 8328-7"),
        ("bodyheight", "8302-2 8306-3 8308-9"),
        ("headcircum", "9843-4"),
        ("bodyweight", "29463-7 3141-9 3142-7"),
        ("bmi", "39156-5"),
        ("bp", "85354-9 8480-6 8462-4 76534-7 76535-4 76215-3 76213-8 55284-4 35094-2"));

    private static readonly (byte[] Code, string Profile)[] Snomed = Table(
        ("resprate", "86290005"),
        ("heartrate", "364075005 78564009"),
        ("oxygensat", "431314004 103228002"),
        ("bodytemp", "386725007 276885007"),
        ("bodyheight", "50373000"),
        ("headcircum", "363812007"),
        ("bodyweight", "27113001"),
        ("bmi", "60621009"),
        ("bp", "75367002"));

    /// <summary>Checks a resource against the profile that its content calls for.</summary>
    public static void Check(Element resource, ValidationRun run)
    {
        if (resource.Type.Name is not "Observation" || resource.Child("code") is not { Exists: true } code)
        {
            return;
        }

        foreach (var coding in code.ChildrenNamed("coding"))
        {
            if (Find(coding) is { } profile)
            {
                if (run.Scope.TryResolve(profile, out var definition) && !run.Check(resource, run.Profiles.Of(definition)))
                {
                    run.Report(IssueSeverity.Information, IssueCode.Informational, resource, "profile.implied", Section, definition.Canonical, coding.ChildValue("code")!);
                }

                return;
            }
        }
    }

    private static string? Find(Element coding)
    {
        var system = coding.Child("system");
        var table = system.ValueEquals("http://loinc.org"u8) ? Loinc : system.ValueEquals("http://snomed.info/sct"u8) ? Snomed : null;
        if (table is null || coding.Child("code") is not { HasValue: true } code)
        {
            return null;
        }

        foreach (var (known, profile) in table)
        {
            if (code.ValueEquals(known))
            {
                return profile;
            }
        }

        return null;
    }

    private static (byte[] Code, string Profile)[] Table(params (string Profile, string Codes)[] rows) =>
        [.. rows.SelectMany(row => row.Codes.Split(' ').Select(code => (System.Text.Encoding.ASCII.GetBytes(code), Base + row.Profile)))];
}
