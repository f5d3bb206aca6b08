using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirPsychAcute.Benchmarks;

/// <summary>
/// Twenty resources of 2.2 to 3.8 KB as the systems around Danish acute psychiatry exchange them. Everybody and everything in them is fictitious;
/// the CPR number is of a day that never was. The same seed gives the same bytes.
/// </summary>
internal sealed partial class DanishResources
{
    private const string Profiles = "https://fhirpsychacute.dk/ig/StructureDefinition/";
    private const string Codes = "https://fhirpsychacute.dk/ig/CodeSystem/";
    private const string Snomed = "http://snomed.info/sct";
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";
    private const string Cpr = "urn:oid:1.2.208.176.1.2";
    private const string Sor = "urn:oid:1.2.208.176.1.1";
    private const string ImpossibleCpr = "2902024000";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Families = ["Ågård", "Sørensen", "Østergaard", "Kjær", "Thøgersen", "Bækgaard", "Nygaard", "Præstegård"];
    private static readonly string[] Givens = ["Mette", "Søren", "Åse", "Jørgen", "Kirstine", "Bjørn", "Ragnhild", "Troels"];
    private static readonly string[] Towns = ["Rønde", "Ærøskøbing", "Skælskør", "Løgstør", "Nørre Aaby", "Åbybro"];

    private readonly Random random;

    private DanishResources(int seed) => random = new Random(seed);

    /// <summary>The twenty resources as UTF-8 JSON: Patient, Encounter, Observation, ServiceRequest, Task, Procedure, HealthcareService, Organization.</summary>
    public static byte[][] Make(int seed)
    {
        var resources = new DanishResources(seed);
        return
        [
            .. Repeat(4, resources.Patient),
            .. Repeat(3, resources.Encounter),
            .. Repeat(3, resources.Observation),
            .. Repeat(3, resources.ServiceRequest),
            .. Repeat(2, resources.Task),
            .. Repeat(2, resources.Procedure),
            .. Repeat(1, resources.HealthcareService),
            .. Repeat(2, resources.Organization),
        ];
    }

    private static IEnumerable<byte[]> Repeat(int count, Func<int, object> make) =>
        from number in Enumerable.Range(1, count)
        select JsonSerializer.SerializeToUtf8Bytes(make(number), Relaxed);

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private static object Meta(string profile) => new
    {
        profile = new[] { Profiles + profile },
        security = new[] { new { system = Terminology + "v3-Confidentiality", code = "N", display = "normal" } },
        tag = new[] { new { system = Codes + "psychacute-run", code = "bench" } },
    };

    private static object Narrative(string title, params string[] lines) => new
    {
        status = "generated",
        div = $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b>{title}</b></p><ul>{string.Concat(lines.Select(line => $"<li>{line}</li>"))}</ul></div>",
    };

    private static object Coding(string system, string code, string display) => new { system, code, display };

    private static object Concept(string system, string code, string display) =>
        new { coding = new[] { Coding(system, code, display) }, text = display };

    private static object Link(string type, string id, string display) => new { reference = $"{type}/{id}", display };

    private object Identifier(string use, string system, string value) =>
        new { use, system, value, period = new { start = $"20{random.Next(10, 24)}-01-01" } };

    private string Time(int hour, int minute) => $"2026-03-{10 + random.Next(18):00}T{hour:00}:{minute:00}:00+01:00";
}
