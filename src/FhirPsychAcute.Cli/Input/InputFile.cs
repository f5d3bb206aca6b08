namespace FhirPsychAcute.Cli;

/// <summary>A file to read resources from.</summary>
/// <param name="Path">Path as it is shown to the user.</param>
/// <param name="Length">Size in bytes when the command began.</param>
internal sealed record InputFile(string Path, long Length)
{
    /// <summary>Whether each line is a resource of its own (.ndjson, .jsonl); otherwise the whole file is one.</summary>
    public bool IsNdjson => HasExtension(".ndjson") || HasExtension(".jsonl");

    /// <summary>Whether it is a FHIR package (.tgz), whose resources are files inside.</summary>
    public bool IsPackage => HasExtension(".tgz");

    /// <summary>Whether it is a resource in XML.</summary>
    public bool IsXml => HasExtension(".xml");

    private bool HasExtension(string extension) => Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
