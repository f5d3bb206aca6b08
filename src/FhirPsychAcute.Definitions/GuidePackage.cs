using FhirPsychAcute.Conformance.Packages.Writing;

namespace FhirPsychAcute.Definitions;

/// <summary>Packs the project's compiled profiles as the FHIR package that ships beside every program.</summary>
internal static class GuidePackage
{
    /// <param name="profiles">The folder <c>profiles/</c> of the checkout.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>Number of resources in it.</returns>
    /// <exception cref="InvalidDataException">A file is no resource.</exception>
    public static int Write(string profiles, Stream output)
    {
        var definitions = Read(Path.Combine(profiles, "compiled"));
        var examples = Read(Path.Combine(profiles, "compiled", "examples"));
        PackageWriter.Write(output, File.ReadAllBytes(Path.Combine(profiles, "guide.package.json")), definitions, examples);
        return definitions.Count + examples.Count;
    }

    private static List<ReadOnlyMemory<byte>> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file))];
}
