using System.Buffers;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// <c>psychacute convert IN [OUT]</c>: JSON, XML and NDJSON into each other. To NDJSON, a Bundle becomes its resources, one a line; from NDJSON, the
/// resources become a Bundle of type collection.
/// </summary>
internal static class ConvertCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when everything was converted; 1 when a resource has faults, which is then left out.</returns>
    /// <exception cref="CommandException">The file cannot be found or written, or nothing says what to convert to.</exception>
    public static async Task<int> RunAsync(string input, string output, string? to, bool isCompact, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = InputPaths.Find([input], terminal.Texts);
        var form = to ?? FormOf(output) ?? throw new CommandException(ExitCode.Usage, terminal.Texts["ConvertToUnknown"]);
        var schema = DefinitionStore.R4.Schema;
        var documents = new List<ResourceDocument>();
        var isOne = true;
        var exitCode = ExitCode.Success;
        if (output != StandardInput.Path && files.Any(file => Path.GetFullPath(file.Path) == Path.GetFullPath(output)))
        {
            throw new CommandException(ExitCode.Usage, terminal.Texts.Format("ConvertOntoItself", output));
        }

        await using var target = Open(output, terminal);
        await foreach (var source in SourceReader.ReadAsync(files, terminal.OpenInput, cancellationToken))
        {
            var faults = source.Parse(schema, out var document);
            if (document is null)
            {
                terminal.WriteError($"{source.Location}: {FaultText.Of(faults, source.Location, terminal.Texts)}");
                exitCode = ExitCode.Refused;
            }
            else if (form == "ndjson")
            {
                await WriteLinesAsync(document, target, cancellationToken);
            }
            else
            {
                isOne &= source.Location.Line is null;
                documents.Add(document);
            }
        }

        if (documents.Count > 0)
        {
            var whole = isOne && documents.Count == 1 ? documents[0] : Collection(documents, schema);
            await target.WriteAsync(Written(whole, form, isCompact), cancellationToken);
        }

        await target.FlushAsync(cancellationToken);
        return exitCode;
    }

    private static string? FormOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => "json",
        ".xml" => "xml",
        ".ndjson" or ".jsonl" => "ndjson",
        _ => null,
    };

    private static Stream Open(string output, Terminal terminal)
    {
        if (output == StandardInput.Path)
        {
            return terminal.OpenOutput();
        }

        try
        {
            return File.Create(output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("OutputNotWritable", output, fault.Message));
        }
    }

    private static async Task WriteLinesAsync(ResourceDocument document, Stream target, CancellationToken cancellationToken)
    {
        foreach (var resource in document.Type.Name == "Bundle" ? Entries(document) : [document])
        {
            var line = new ArrayBufferWriter<byte>(resource.Bytes.Length + 1);
            ResourceWriter.Write(resource, line, JsonStyle.Compact);
            line.Write("\n"u8);
            await target.WriteAsync(line.WrittenMemory, cancellationToken);
        }
    }

    private static IEnumerable<ResourceDocument> Entries(ResourceDocument bundle)
    {
        foreach (var entry in bundle.Root.ChildrenNamed("entry"))
        {
            if (entry.Child("resource") is { Exists: true } resource)
            {
                yield return ResourceDocument.Extract(resource);
            }
        }
    }

    private static ResourceDocument Collection(List<ResourceDocument> documents, SchemaCatalog schema)
    {
        var json = new ArrayBufferWriter<byte>(documents.Sum(document => document.Bytes.Length + 16) + 64);
        json.Write("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            json.Write(i == 0 ? "{\"resource\":"u8 : ",{\"resource\":"u8);
            json.Write(documents[i].Bytes.Span);
            json.Write("}"u8);
        }

        json.Write("]}"u8);
        var limits = SourceResource.Limits with { MaxBytes = int.MaxValue, MaxElements = int.MaxValue, MaxDepth = SourceResource.Limits.MaxDepth + 4 };
        return ResourceDocument.Parse(json.WrittenMemory, schema, limits).Document ?? throw new InvalidDataException("The Bundle cannot be read.");
    }

    private static ReadOnlyMemory<byte> Written(ResourceDocument document, string form, bool isCompact)
    {
        var text = new ArrayBufferWriter<byte>(document.Bytes.Length + 256);
        if (form == "xml")
        {
            XmlResourceWriter.Write(document.Root, text, pretty: !isCompact);
        }
        else
        {
            ResourceWriter.Write(document, text, isCompact ? JsonStyle.Compact : JsonStyle.Pretty);
        }

        if (!text.WrittenSpan.EndsWith("\n"u8))
        {
            text.Write("\n"u8);
        }

        return text.WrittenMemory;
    }
}
