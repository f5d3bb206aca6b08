using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance;

namespace FhirPsychAcute.Definitions;

/// <summary>A FHIR package that <c>npm ci</c> installed.</summary>
internal sealed record PinnedPackage(string Folder, PackageLabel Label)
{
    /// <exception cref="InvalidDataException">The folder holds no FHIR package.</exception>
    public static PinnedPackage Read(string folder)
    {
        var manifest = Manifest.Read(Path.Combine(folder, "package.json"));
        if (manifest["fhirVersions"] is not JsonArray)
        {
            throw new InvalidDataException($"{folder} is not a FHIR package: its package.json names no fhirVersions.");
        }

        var dependencies = manifest["dependencies"] as JsonObject ?? [];
        return new PinnedPackage(folder, new PackageLabel(
            Manifest.Text(manifest, "name") ?? Path.GetFileName(folder),
            Manifest.Text(manifest, "version") ?? "",
            Manifest.Text(manifest, "canonical"),
            Manifest.Text(manifest, "type") == "fhir.expansions",
            [.. dependencies.Select(dependency => $"{dependency.Key}@{dependency.Value}")]));
    }

    /// <summary>The FHIR version of the package's definitions: <c>4.0.1</c>.</summary>
    public string FhirVersion => Manifest.Text((JsonArray)Manifest.Read(Path.Combine(Folder, "package.json"))["fhirVersions"]!, 0) ?? "";

    /// <summary>The package's resource files, in ordinal order, so that the pack is the same wherever it is made.</summary>
    public IEnumerable<string> ResourceFiles => Directory.EnumerateFiles(Folder, "*.json")
        .Where(file => Path.GetFileName(file) is not ("package.json" or ".index.json"))
        .Order(StringComparer.Ordinal);
}
