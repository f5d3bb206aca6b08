using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace FhirPsychAcute.Model.Tests;

public sealed class NdjsonTests
{
    [Fact]
    public async Task Lines_come_one_by_one_with_their_numbers()
    {
        Assert.Equal(
            ["1 {\"a\":1}", "4 {\"b\":2}", "5 {\"c\":3}"],
            await Lines("\uFEFF{\"a\":1}\r\n\n  \r\n{\"b\":2}\n{\"c\":3}", 1024));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n \n")]
    public async Task Without_content_there_are_no_lines(string text) => Assert.Empty(await Lines(text, 1024));

    [Fact]
    public async Task A_line_beyond_the_limit_is_reported_and_reading_goes_on()
    {
        var text = "{}\n" + new string('x', 200_000) + "\n0123456789\r\n0123456789a\n{}\n";
        Assert.Equal(
            ["1 {}", "2 TooLong The line has more than 10 bytes.", "3 0123456789", "4 TooLong The line has more than 10 bytes.", "5 {}"],
            await Lines(text, 10));
    }

    [Fact]
    public async Task A_pipe_may_bring_lines_in_any_pieces()
    {
        var pipe = new Pipe();
        var reader = new NdjsonReader(pipe.Reader);
        foreach (var piece in new[] { "{\"a\"", ":1}", "\r", "\n{\"b\":2}\n{", "}" })
        {
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(piece));
        }

        await pipe.Writer.CompleteAsync();
        var lines = new List<string>();
        await foreach (var line in reader.ReadAllAsync())
        {
            lines.Add($"{line.Number} {Encoding.UTF8.GetString(line.Bytes.Span)}");
        }

        Assert.Equal(["1 {\"a\":1}", "2 {\"b\":2}", "3 {}"], lines);
    }

    [Fact]
    public void Each_resource_is_written_as_one_line()
    {
        var output = new ArrayBufferWriter<byte>();
        NdjsonWriter.Write(R4.Document("{\n  \"resourceType\": \"Patient\",\n  \"active\": true\n}\n"), output);
        NdjsonWriter.Write("""{ "resourceType" : "Group" }"""u8, output);
        Assert.Equal("{\"resourceType\":\"Patient\",\"active\":true}\n{\"resourceType\":\"Group\"}\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static async Task<List<string>> Lines(string text, int limit)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = new NdjsonReader(stream, new ParseLimits { MaxBytes = limit });
        var lines = new List<string>();
        while (await reader.ReadAsync() is { } line)
        {
            lines.Add($"{line.Number} {(line.Issue is { } issue ? $"{issue.Code} {issue.Message}" : Encoding.UTF8.GetString(line.Bytes.Span))}");
        }

        return lines;
    }
}
