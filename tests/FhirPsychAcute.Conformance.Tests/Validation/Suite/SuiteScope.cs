using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>What a case sees: the files loaded for it, each as a package of one resource, and everything that ships.</summary>
internal sealed class SuiteScope(IReadOnlyList<string> files)
{
    private readonly DefinitionLibrary library = DefinitionLibrary.Load(files.Select(SuiteIndex.Locate));

    public DefinitionScope Scope => library.Root;

    /// <summary>Canonical of the definition in one of the loaded files.</summary>
    public string CanonicalOf(string file) =>
        library.Packages.Single(package => package.Path == SuiteIndex.Locate(file)).Definitions[0].Url;
}
