using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Resources from the standard input. XML begins with a bracket; text whose first line is a whole JSON object with another object after it is NDJSON, of which
/// never more than a line is in memory; anything else is one resource in JSON.
/// </summary>
internal static class StandardInput
{
    /// <summary>The PATH that means the standard input, and its name in reports.</summary>
    public const string Path = "-";

    // How much of the first line is waited for before the input is taken for one resource.
    private const int LongestLook = 32 << 20;

    private enum Form
    {
        Unknown,
        Json,
        Xml,
        Ndjson,
    }

    /// <summary>The resources.</summary>
    public static async IAsyncEnumerable<SourceResource> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var form = await LookAsync(input, cancellationToken);
        if (form == Form.Ndjson)
        {
            await foreach (var line in new NdjsonReader(input, SourceResource.Limits).ReadAllAsync(cancellationToken))
            {
                yield return SourceReader.OfLine(Path, line);
            }

            yield break;
        }

        yield return new SourceResource(new SourceLocation(Path), await ReadAllAsync(input, cancellationToken), form == Form.Xml);
    }

    private static async Task<Form> LookAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var form = Decide(read.Buffer, read.IsCompleted || read.Buffer.Length > LongestLook);
            if (form != Form.Unknown)
            {
                input.AdvanceTo(read.Buffer.Start);
                return form;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Form Decide(ReadOnlySequence<byte> text, bool isAll)
    {
        var reader = new SequenceReader<byte>(text);
        reader.IsNext("\uFEFF"u8, advancePast: true);
        reader.AdvancePastAny(" \t\r\n"u8);
        if (!reader.TryPeek(out var first))
        {
            return isAll ? Form.Json : Form.Unknown;
        }

        if (first != '{')
        {
            return first == '<' ? Form.Xml : Form.Json;
        }

        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            return isAll ? Form.Json : Form.Unknown;
        }

        if (LastOf(line) != '}')
        {
            return Form.Json;
        }

        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out var second) ? second == '{' ? Form.Ndjson : Form.Json
            : isAll ? Form.Json
            : Form.Unknown;
    }

    private static byte LastOf(ReadOnlySequence<byte> line)
    {
        var bytes = line.ToArray().AsSpan().TrimEnd(" \t\r"u8);
        return bytes.IsEmpty ? (byte)0 : bytes[^1];
    }

    private static async Task<byte[]> ReadAllAsync(PipeReader input, CancellationToken cancellationToken)
    {
        var all = new ArrayBufferWriter<byte>(64 * 1024);
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            foreach (var part in read.Buffer)
            {
                // What is beyond the limit is not kept; one byte more than it is enough to be refused.
                var room = SourceResource.Limits.MaxBytes + 1 - all.WrittenCount;
                all.Write(part.Span[..Math.Min(part.Length, Math.Max(room, 0))]);
            }

            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return all.WrittenSpan.ToArray();
            }
        }
    }
}
