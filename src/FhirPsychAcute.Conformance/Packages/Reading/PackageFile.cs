namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>One resource of a package.</summary>
/// <param name="Name">Path below the package's folder: <c>StructureDefinition-x.json</c>, <c>example/Patient-x.json</c>.</param>
/// <param name="Head">What the resource is.</param>
/// <param name="Text">Its text.</param>
internal sealed record PackageFile(string Name, ResourceHead Head, ResourceText Text)
{
    /// <summary>Whether it stands among the examples, which define nothing for others.</summary>
    public bool IsInExamples => IsExample(Name);

    /// <summary>Whether a path below the package's folder is one of resources: beside the manifest, or among the examples.</summary>
    public static bool IsResourcePath(string name) => !name.Contains('/', StringComparison.Ordinal) || IsExample(name);

    private static bool IsExample(string name) =>
        name.StartsWith("example/", StringComparison.Ordinal) || name.StartsWith("examples/", StringComparison.Ordinal);
}

/// <summary>What a resource is, as far as it can be told from the properties at its top.</summary>
internal sealed record ResourceHead(string ResourceType, string? Id, string? Url, string? Version, string? Kind, string? DefinedType, string? Supplements)
{
    /// <summary>Reads the head of a resource in JSON; null when the text is no resource.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not a JSON object.</exception>
    public static ResourceHead? Read(ReadOnlyMemory<byte> json) => Model.DefinitionSource.Read(json) is { } source
        ? new ResourceHead(source.ResourceType, source.Id, source.Url, source.Version, source.Kind, source.DefinedType, source.Supplements)
        : null;
}
