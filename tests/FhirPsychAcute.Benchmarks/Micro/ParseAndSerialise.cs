using System.Buffers;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Benchmarks;

/// <summary>Reads each resource with its structure checked, and writes it.</summary>
internal sealed class ParseAndSerialise(byte[][] inputs, SchemaCatalog schema)
{
    private static readonly DateTimeOffset Written = new(2026, 3, 12, 21, 40, 0, TimeSpan.Zero);
    private readonly ArrayBufferWriter<byte> output = new(16 * 1024);

    public void RunParse()
    {
        foreach (var input in inputs)
        {
            Parse(input);
        }
    }

    // A document keeps its JSON as it came, and that is what is written.
    public void Run()
    {
        foreach (var input in inputs)
        {
            output.ResetWrittenCount();
            ResourceWriter.Write(Parse(input), output);
        }
    }

    // What a server does with a resource that it creates.
    public void RunWithServerFields()
    {
        foreach (var input in inputs)
        {
            output.ResetWrittenCount();
            output.Write(new ResourceEditor(Parse(input)).SetServerFields("bench", "1", Written).ToBytes());
        }
    }

    private ResourceDocument Parse(byte[] input)
    {
        var parsed = ResourceDocument.Parse(input, schema);
        return parsed.IsValid ? parsed.Document : throw new BenchmarkException($"A resource of the benchmark has a fault: {parsed.Issues[0]}");
    }
}
