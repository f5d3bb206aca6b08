using System.Globalization;

namespace FhirPsychAcute.Cli;

/// <summary>Where a resource was found.</summary>
/// <param name="File">Path of the file; for a file in a package <c>package.tgz!path</c>.</param>
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
/// <param name="Bytes">JSON text.</param>
internal readonly record struct SourceResource(SourceLocation Location, ReadOnlyMemory<byte> Bytes);
