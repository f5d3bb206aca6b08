using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>A resource in a file of the suite.</summary>
internal static class SuiteFile
{
    public static ParseResult Read(string file)
    {
        var bytes = File.ReadAllBytes(SuiteIndex.Locate(file));
        return file.EndsWith(".xml", StringComparison.Ordinal)
            ? ResourceDocument.ParseXml(bytes, DefinitionStore.R4.Schema)
            : ResourceDocument.Parse(bytes, DefinitionStore.R4.Schema);
    }

    /// <summary>The target of a reference <c>Type/id</c> as the suite gives it: the file <c>type-id</c>, or the one named after the id; no element when there is none.</summary>
    public static Element Target(string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || reference.Contains(':', StringComparison.Ordinal))
        {
            return default;
        }

        foreach (var name in (string[])[reference.Replace('/', '-'), reference[(slash + 1)..]])
        {
            foreach (var ending in (string[])[".json", ".xml"])
            {
                var file = name + ending;
                foreach (var candidate in (string[])[file, file.ToLowerInvariant()])
                {
                    if (!candidate.Contains('/', StringComparison.Ordinal) && ConformanceData.WhySkipped($"{SuiteIndex.Folder}/files/{candidate}") is null
                        && File.Exists(Path.Combine(ConformanceData.Folder, SuiteIndex.Folder, "files", candidate)) && Read(candidate).Document is { } document)
                    {
                        return document.Root;
                    }
                }
            }
        }

        return default;
    }
}
