using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Profiles;

/// <summary>Profiles written in a test, loaded as an operator loads single definitions.</summary>
internal sealed class ProfileBench : IDisposable
{
    public const string Url = "http://profiles.dk/StructureDefinition/p";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("profile-bench-");

    private ProfileBench(IEnumerable<string> definitions)
    {
        var number = 0;
        var files = new List<string>();
        foreach (var definition in definitions)
        {
            files.Add(Path.Combine(folder.FullName, $"{number++}.json"));
            File.WriteAllText(files[^1], definition);
        }

        Library = DefinitionLibrary.Load(files);
    }

    public DefinitionLibrary Library { get; }

    /// <summary>A bench with one profile of that type, of the elements of its differential.</summary>
    public static ProfileBench Of(string type, string elements) => new([Profile(type, elements)]);

    /// <summary>A bench with several definitions.</summary>
    public static ProfileBench OfAll(params string[] definitions) => new(definitions);

    /// <summary>A StructureDefinition that constrains a type.</summary>
    public static string Profile(string type, string elements, string url = Url, string more = "") => $$$"""
        {"resourceType":"StructureDefinition","url":"{{{url}}}","version":"1.0.0","name":"P","status":"draft","kind":"{{{(type is "Extension" ? "complex-type" : "resource")}}}","abstract":false,
        "type":"{{{type}}}","baseDefinition":"http://hl7.org/fhir/StructureDefinition/{{{type}}}","derivation":"constraint",{{{more}}}"differential":{"element":[{{{elements}}}]}}
        """;

    public CompiledProfile Compiled(string url = Url) => ProfileStore.Instance.Find(url, Library.Root)!;

    /// <summary>The errors of a resource against the profile: place and message id of each.</summary>
    public string[] Errors(string resource, ValidatorOptions? options = null) =>
        [.. Issues(resource, options).Where(issue => issue.Severity <= Outcomes.IssueSeverity.Error).Select(issue => $"{issue.Expression} {issue.MessageId}")];

    public IReadOnlyList<ValidationIssue> Issues(string resource, ValidatorOptions? options = null) =>
        new Validator(Library, options).Validate(ResourceDocument.Parse(Encoding.UTF8.GetBytes(resource), Library.Schema), new ValidationRequest { Profiles = [Url] }).Issues;

    public void Dispose() => folder.Delete(recursive: true);
}
