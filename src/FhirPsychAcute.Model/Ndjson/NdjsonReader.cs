using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace FhirPsychAcute.Model;

/// <summary>
/// Reads NDJSON (one resource per line, R4 nd-json) line by line, holding no more than one line. Lines end in LF or CRLF, the last may have no end;
/// blank lines are passed over. A line beyond the limit is reported and passed over without being held.
/// </summary>
public sealed class NdjsonReader
{
    private readonly PipeReader input;
    private readonly int maxLineBytes;
    private ArrayBufferWriter<byte>? begun;
    private long begunBytes;
    private long lineNumber;
    private bool atStart = true;

    /// <summary>Reads from a pipe, which stays the caller's.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="limits">Its <see cref="ParseLimits.MaxBytes"/> is what a line may have at most.</param>
    public NdjsonReader(PipeReader input, ParseLimits? limits = null)
    {
        this.input = input;
        maxLineBytes = (limits ?? ParseLimits.Default).MaxBytes;
    }

    /// <summary>Reads from a stream, which stays open.</summary>
    public NdjsonReader(Stream input, ParseLimits? limits = null)
        : this(PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true)), limits)
    {
    }

    /// <summary>All lines that are left.</summary>
    public async IAsyncEnumerable<NdjsonLine> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (await ReadAsync(cancellation) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The next line that is not blank; null at the end.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public async ValueTask<NdjsonLine?> ReadAsync(CancellationToken cancellation = default)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Take(buffer.Slice(0, end));
                input.AdvanceTo(buffer.GetPosition(1, end));
                if (line is not null)
                {
                    return line;
                }

                continue;
            }

            if (read.IsCompleted)
            {
                var last = buffer.IsEmpty && begunBytes == 0 ? null : Take(buffer);
                input.AdvanceTo(buffer.End);
                return last;
            }

            // Taken out of the pipe at once, so that a long line is looked through only once.
            Begin(buffer);
            input.AdvanceTo(buffer.End);
        }
    }

    private void Begin(ReadOnlySequence<byte> part)
    {
        begunBytes += part.Length;
        if (begunBytes > maxLineBytes + 1L)
        {
            begun = null;
            return;
        }

        begun ??= new ArrayBufferWriter<byte>();
        foreach (var segment in part)
        {
            begun.Write(segment.Span);
        }
    }

    private NdjsonLine? Take(ReadOnlySequence<byte> rest)
    {
        lineNumber++;
        byte[]? bytes = null;
        if (begunBytes == 0)
        {
            // One byte more than the limit may be the carriage return.
            bytes = rest.Length <= maxLineBytes + 1L ? rest.ToArray() : null;
        }
        else
        {
            Begin(rest);
            bytes = begun?.WrittenSpan.ToArray();
        }

        begun = null;
        begunBytes = 0;
        var isFirst = atStart;
        atStart = false;
        if (bytes is null)
        {
            return TooLong();
        }

        var line = bytes.AsMemory();
        if (isFirst && line.Span.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (line.Length > 0 && line.Span[^1] == '\r')
        {
            line = line[..^1];
        }

        if (line.Length > maxLineBytes)
        {
            return TooLong();
        }

        return line.Span.ContainsAnyExcept(" \t\r"u8) ? new NdjsonLine(lineNumber, line, null) : null;
    }

    private NdjsonLine TooLong() => new(
        lineNumber,
        default,
        new StructureIssue(
            StructureMessages.TooLongLine,
            [maxLineBytes],
            "Resource",
            new SourcePosition((int)Math.Min(lineNumber, int.MaxValue), 1, 0)));
}
