using System.Text.Json;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>A FHIR package's <c>package.json</c>, as far as it matters here.</summary>
internal sealed record PackageManifest
{
    /// <summary>Name of the manifest's file.</summary>
    public const string FileName = "package.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Name and exact version.</summary>
    public required PackageId Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Base of the canonical urls of what the package defines.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where the package is published on the web.</summary>
    public string? Url { get; init; }

    /// <summary>FHIR versions that it is for; empty where it does not say.</summary>
    public IReadOnlyList<string> FhirVersions { get; init; } = [];

    /// <summary>Names and versions of the packages that it needs, in order.</summary>
    public IReadOnlyList<PackageId> Dependencies { get; init; } = [];

    /// <summary>The manifest as published.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Whether it is for R4 (4.0.x), or does not say for which version it is.</summary>
    public bool IsForR4 => FhirVersions.Count == 0 || FhirVersions.Any(version => version == "4.0" || version.StartsWith("4.0.", StringComparison.Ordinal));

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="PackageFault">It is no manifest of a package.</exception>
    public static PackageManifest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, Lenient);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "name") is not { Length: > 0 } name || Text(root, "version") is not { Length: > 0 } version)
            {
                throw new PackageFault("package.manifest-nameless");
            }

            return new PackageManifest
            {
                Id = new PackageId(name, version),
                Title = Text(root, "title"),
                Description = Text(root, "description"),
                Canonical = Text(root, "canonical")?.TrimEnd('/'),
                Url = Text(root, "url"),
                FhirVersions = [.. Texts(root, "fhirVersions"), .. Texts(root, "fhir-version-list")],
                Dependencies = Needs(root),
                Json = json.ToArray(),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is not UTF-8, or half a surrogate pair.
            throw new PackageFault("package.manifest-invalid", exception.Message);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static PackageId[] Needs(JsonElement root)
    {
        if (!root.TryGetProperty("dependencies", out var dependencies) || dependencies.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. dependencies.EnumerateObject().Where(need => need.Value.ValueKind == JsonValueKind.String).Select(need => Need(need.Name, need.Value.GetString()!))];
    }

    // npm's alias: "name@npm:real-name": "1.0.0", or "name": "npm:real-name@1.0.0".
    private static PackageId Need(string name, string version)
    {
        const string alias = "npm:";
        if (name.IndexOf("@" + alias, StringComparison.Ordinal) is var at and > 0)
        {
            return new PackageId(name[(at + alias.Length + 1)..], version);
        }

        return version.StartsWith(alias, StringComparison.Ordinal) && version.LastIndexOf('@') is var split && split > alias.Length
            ? new PackageId(version[alias.Length..split], version[(split + 1)..])
            : new PackageId(name, version);
    }
}
