using System.Globalization;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>Where a resource was found.</summary>
/// <param name="File">Path of the file; for a file in a package <c>package.tgz!path</c>; <c>-</c> for the standard input.</param>
/// <param name="Line">Line of an NDJSON file, from 1.</param>
/// <param name="Entry">Index of the entry in a Bundle, from 0.</param>
internal readonly record struct SourceLocation(string File, long? Line = null, int? Entry = null)
{
    /// <summary><c>file</c>, <c>file:line</c>, and the entry as FHIRPath names it.</summary>
    public override string ToString()
    {
        var place = Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}") : File;
        return Entry is { } entry ? string.Create(CultureInfo.InvariantCulture, $"{place} Bundle.entry[{entry}]") : place;
    }
}

/// <summary>The bytes of one resource as they stand in a file.</summary>
/// <param name="Location">Where it was found.</param>
/// <param name="Bytes">JSON or XML text.</param>
/// <param name="IsXml">Whether it is XML.</param>
/// <param name="Problem">Why the bytes could not be had; null when they were.</param>
internal readonly record struct SourceResource(SourceLocation Location, ReadOnlyMemory<byte> Bytes, bool IsXml = false, ValidationIssue? Problem = null)
{
    /// <summary>Most bytes of one resource, a Bundle included.</summary>
    public static ParseLimits Limits { get; } = ParseLimits.Default with { MaxBytes = 512 << 20 };

    /// <summary>Reads the resource where its bytes could be had.</summary>
    public ParseResult Read(SchemaCatalog schema) =>
        IsXml ? ResourceDocument.ParseXml(Bytes, schema, Limits) : ResourceDocument.Parse(Bytes, schema, Limits);

    /// <summary>Reads the resource.</summary>
    /// <param name="schema">The definitions.</param>
    /// <param name="document">The resource when it has no fault; otherwise null.</param>
    /// <returns>Its faults.</returns>
    public IReadOnlyList<ValidationIssue> Parse(SchemaCatalog schema, out ResourceDocument? document)
    {
        document = null;
        if (Problem is not null)
        {
            return [Problem];
        }

        var parsed = Read(schema);
        if (parsed.IsValid)
        {
            document = parsed.Document;
        }

        return [.. parsed.Issues.Select(StructureIssues.From)];
    }
}
