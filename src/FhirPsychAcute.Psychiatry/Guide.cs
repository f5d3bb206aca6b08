namespace FhirPsychAcute.Psychiatry;

/// <summary>Canonicals of this project's implementation guide (profiles/).</summary>
public static class Guide
{
    /// <summary>What the canonicals begin with.</summary>
    public const string Canonical = FhirPsychAcute.Conformance.Packages.ProjectPackage.Canonical;

    /// <summary>Where identifiers that this server makes have their system: <c>https://fhirpsychacute.dk/sid/NAME</c>.</summary>
    public static string Identifiers(string name) => $"https://fhirpsychacute.dk/sid/{name}";

    /// <summary>Canonical of a profile or extension.</summary>
    /// <param name="name">Its id without <c>psychacute-</c>.</param>
    public static string Structure(string name) => $"{Canonical}/StructureDefinition/psychacute-{name}";

    /// <summary>Canonical of an operation's OperationDefinition.</summary>
    /// <param name="name">Its id without <c>psychacute-</c>.</param>
    public static string Operation(string name) => $"{Canonical}/OperationDefinition/psychacute-{name}";

    /// <summary>Canonical of a code system.</summary>
    /// <param name="name">Its id without <c>psychacute-</c>.</param>
    public static string Codes(string name) => $"{Canonical}/CodeSystem/psychacute-{name}";
}
