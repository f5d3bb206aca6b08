namespace FhirPsychAcute.TestData;

/// <summary>A resource in a file of its own.</summary>
/// <param name="Name">File name without folder and extension, unique in its package: <c>Patient-example</c>.</param>
/// <param name="Path">Full path of the file.</param>
internal sealed record ExampleFile(string Name, string Path)
{
    /// <summary>The bytes of the file.</summary>
    public byte[] Read() => File.ReadAllBytes(Path);

    /// <summary>The name, so that a failing theory says which file it was.</summary>
    public override string ToString() => Name;
}

/// <summary>The R4 examples that HL7 publishes (npm package hl7.fhir.r4.examples, installed by <c>npm ci</c> in profiles/), together with R4's definitions.</summary>
internal static class OfficialExamples
{
    private static readonly string[] DefinitionTypes = ["StructureDefinition", "SearchParameter", "ValueSet", "CodeSystem", "OperationDefinition"];

    private static readonly Lazy<IReadOnlyList<ExampleFile>> Files = new(Enumerate);

    /// <summary>Folder of the installed package.</summary>
    public static string Folder { get; } = Checkout.Locate("profiles/node_modules/hl7.fhir.r4.examples");

    /// <summary>Why a test that needs the examples is skipped; null when it is to run.</summary>
    public static string? WhySkipped =>
        ConformanceData.IsRequired || Directory.Exists(Folder) ? null : "The official R4 examples are not installed: run 'npm ci' in profiles/.";

    /// <summary>Every resource of the package, definitions included, in order of name.</summary>
    public static IReadOnlyList<ExampleFile> All => Files.Value;

    /// <summary>The example instances: every resource that is not one of R4's own definitions.</summary>
    public static IEnumerable<ExampleFile> Instances => All.Where(file => !IsDefinition(file.Name));

    /// <summary>R4's own definitions of one type: <c>StructureDefinition</c>, <c>SearchParameter</c> ...</summary>
    public static IEnumerable<ExampleFile> Definitions(string resourceType) =>
        All.Where(file => file.Name.StartsWith(resourceType + "-", StringComparison.Ordinal) && IsDefinition(file.Name));

    /// <summary>The one example of that name: <c>Patient-example</c>.</summary>
    public static ExampleFile Named(string name) => new(name, Path.Combine(Folder, name + ".json"));

    private static bool IsDefinition(string name) =>
        Array.Exists(DefinitionTypes, type => name.StartsWith(type + "-", StringComparison.Ordinal) && !IsExampleOf(type, name));

    // Definitions that are themselves examples are named so: ValueSet-example-extensional, CodeSystem-example (but not ValueSet-examplescenario-actor-type).
    private static bool IsExampleOf(string type, string name) =>
        string.Equals(name, type + "-example", StringComparison.Ordinal) || name.StartsWith(type + "-example-", StringComparison.Ordinal);

    private static IReadOnlyList<ExampleFile> Enumerate() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json")
            .Select(path => new ExampleFile(Path.GetFileNameWithoutExtension(path), path))
            .Where(file => file.Name is not ("package" or ".index"))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
