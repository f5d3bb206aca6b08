using System.IO.Pipelines;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Server.Tests;

public sealed class OutputBufferTests
{
    [Fact]
    public void What_is_written_in_pieces_comes_out_whole()
    {
        Prop.ForAll<(byte[] Bytes, bool AsSpan)[]>(pieces =>
        {
            using var buffer = new OutputBuffer();
            foreach (var (bytes, asSpan) in pieces)
            {
                if (asSpan)
                {
                    bytes.CopyTo(buffer.GetSpan(bytes.Length));
                    buffer.Advance(bytes.Length);
                }
                else
                {
                    buffer.Write(bytes);
                }
            }

            var all = pieces.SelectMany(piece => piece.Bytes).ToArray();
            return buffer.Length == all.Length && buffer.ToArray().AsSpan().SequenceEqual(all);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Bodies_of_many_blocks_are_sent_in_order()
    {
        using var buffer = new OutputBuffer();
        var expected = new byte[300_000];
        new Random(1).NextBytes(expected);
        buffer.Write(expected.AsSpan(0, 100));
        expected.AsSpan(100, 200_000).CopyTo(buffer.GetSpan(200_000));
        buffer.Advance(200_000);
        buffer.Write(expected.AsSpan(200_100));
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream);

        await buffer.CopyToAsync(pipe, CancellationToken.None);
        await pipe.CompleteAsync();

        Assert.Equal(expected, stream.ToArray());
    }
}
