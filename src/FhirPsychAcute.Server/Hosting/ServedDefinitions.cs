using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Loads the packages that the server checks against: R4, this project's profiles, the operator's.</summary>
internal static class ServedDefinitions
{
    /// <summary>Loads them; what could not be read, and each dependency that is missing, is logged by name and version.</summary>
    public static DefinitionLibrary Load(ServerOptions options, ILogger logger)
    {
        var library = ProjectPackage.With(options.Packages.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var finding in library.Findings)
        {
            if (finding.Severity <= IssueSeverity.Warning)
            {
                ServerLog.PackageFinding(logger, CprMask.Apply(finding.Source), finding.Text(Language.English));
            }
        }

        return library;
    }

    /// <summary>The search parameters of this project's guide: what R4 has none for, on extensions and elements that its rules look things up by.</summary>
    public static IEnumerable<SearchParameterDefinition> OwnSearchParameters(DefinitionLibrary library)
    {
        foreach (var definition in ProjectPackage.Of(library)?.Definitions ?? [])
        {
            if (definition.ResourceType == "SearchParameter" && SearchParameterTable.Distil(definition.Document.Bytes) is { } parameter)
            {
                yield return parameter;
            }
        }
    }
}
