using System.Buffers;
using System.IO.Pipelines;

namespace FhirPsychAcute.Server;

/// <summary>
/// Gathers a response body in pooled blocks, so that its length is known before the first byte leaves and no large array is made.
/// Not thread-safe; disposing gives the blocks back.
/// </summary>
internal sealed class OutputBuffer : IBufferWriter<byte>, IDisposable
{
    private const int BlockSize = 32 * 1024;

    private readonly List<ArraySegment<byte>> full = [];
    private byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int used;
    private long before;

    /// <summary>Bytes written so far.</summary>
    public long Length => before + used;

    /// <inheritdoc/>
    public void Advance(int count) => used += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return block.AsMemory(used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return block.AsSpan(used);
    }

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > block.Length - used)
        {
            var room = block.Length - used;
            bytes[..room].CopyTo(block.AsSpan(used));
            used += room;
            bytes = bytes[room..];
            NextBlock(1);
        }

        bytes.CopyTo(block.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void WriteByte(byte value)
    {
        Reserve(1);
        block[used++] = value;
    }

    /// <summary>All bytes in one array.</summary>
    public byte[] ToArray()
    {
        var all = new byte[Length];
        var at = 0;
        foreach (var part in full)
        {
            part.AsSpan().CopyTo(all.AsSpan(at));
            at += part.Count;
        }

        block.AsSpan(0, used).CopyTo(all.AsSpan(at));
        return all;
    }

    /// <summary>Sends the bytes to a response, waiting for a slow reader between blocks.</summary>
    public async ValueTask CopyToAsync(PipeWriter writer, CancellationToken cancellationToken)
    {
        foreach (var part in full)
        {
            await writer.WriteAsync(part, cancellationToken);
        }

        await writer.WriteAsync(block.AsMemory(0, used), cancellationToken);
    }

    /// <summary>Writes the bytes to a stream.</summary>
    public async ValueTask CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var part in full)
        {
            await stream.WriteAsync(part, cancellationToken);
        }

        await stream.WriteAsync(block.AsMemory(0, used), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in full)
        {
            ArrayPool<byte>.Shared.Return(part.Array!);
        }

        full.Clear();
        if (block.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(block);
            block = [];
        }
    }

    private void Reserve(int sizeHint)
    {
        if (block.Length - used < Math.Max(sizeHint, 1))
        {
            NextBlock(sizeHint);
        }
    }

    private void NextBlock(int sizeHint)
    {
        full.Add(new ArraySegment<byte>(block, 0, used));
        before += used;
        block = ArrayPool<byte>.Shared.Rent(Math.Max(BlockSize, sizeHint));
        used = 0;
    }
}
