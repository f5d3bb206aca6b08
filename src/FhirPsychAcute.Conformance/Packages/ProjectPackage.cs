namespace FhirPsychAcute.Conformance.Packages;

/// <summary>This project's own profiles, value sets and code systems, which ship beside every program in the folder <c>ig</c>.</summary>
public static class ProjectPackage
{
    /// <summary>What the canonicals begin with.</summary>
    public const string Canonical = "https://fhirpsychacute.dk/ig";

    /// <summary>Where the definitions are; a path for <see cref="DefinitionLibrary.Load"/>.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "ig");

    /// <summary>R4, this project's definitions, and what is at the paths: where these define the same canonical, they count.</summary>
    public static DefinitionLibrary With(params IEnumerable<string> paths) =>
        DefinitionLibrary.Load(Directory.Exists(Folder) ? [Folder, .. paths] : paths);
}
