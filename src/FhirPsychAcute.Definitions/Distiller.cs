using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Definitions;

/// <summary>Makes one pack of the definitions of several packages, the first of which is the FHIR version's core.</summary>
internal sealed class Distiller(IReadOnlyList<PinnedPackage> packages)
{
    private readonly SchemaCompiler schema = new();
    private readonly ConcurrentBag<SearchParameterDefinition> searchParameters = [];

    /// <summary>Writes the pack.</summary>
    /// <returns>Number of definitions in it.</returns>
    /// <exception cref="InvalidDataException">A package's file is not what it should be.</exception>
    public int Write(Stream output)
    {
        var files = packages.SelectMany((package, number) => package.ResourceFiles.Select(file => (number, file))).ToList();
        var definitions = new PackedDefinition?[files.Count];
        Parallel.For(0, files.Count, i => definitions[i] = Distil(files[i].number, files[i].file));
        return PackWriter.Write(
            output,
            schema.Compile(packages[0].FhirVersion),
            SearchParameterTable.Write([.. searchParameters.OrderBy(parameter => parameter.Url, StringComparer.Ordinal)]),
            [.. packages.Select(package => package.Label)],
            definitions.OfType<PackedDefinition>());
    }

    private PackedDefinition? Distil(int package, string file)
    {
        try
        {
            var json = File.ReadAllBytes(file);
            var source = DefinitionSource.Read(json);
            if (source is null || CanonicalTypes.UrlOf(source, packages[package].Label.Canonical) is not { } url
                || (package == 0 && !CanonicalTypes.AreOfCore(source.ResourceType)))
            {
                return null;
            }

            if (package == 0)
            {
                Compile(source, json);
            }

            var distilled = source.WithoutNarrative();
            return new PackedDefinition(package, source.ResourceType, url, source.Version, distilled.Length, Deflate(distilled));
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }

    /// <summary>The core's types, value sets and search parameters go into the tables that are read at start.</summary>
    private void Compile(DefinitionSource source, byte[] json)
    {
        if (source.ResourceType is "StructureDefinition" or "ValueSet")
        {
            lock (schema)
            {
                schema.Add(json);
            }
        }
        else if (source.ResourceType == "SearchParameter" && SearchParameterTable.Distil(json) is { } parameter)
        {
            searchParameters.Add(parameter);
        }
    }

    private static byte[] Deflate(byte[] json)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, buffer, out var written, quality: 5, window: 22)
            ? buffer[..written]
            : throw new InvalidDataException("The definition could not be compressed.");
    }
}
