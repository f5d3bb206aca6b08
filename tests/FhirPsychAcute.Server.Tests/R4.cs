using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Tests;

/// <summary>The definitions that the tests read by.</summary>
internal static class R4
{
    public static SchemaCatalog Schema => DefinitionStore.R4.Schema;
}
