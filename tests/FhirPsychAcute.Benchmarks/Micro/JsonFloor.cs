using System.Buffers;
using System.Text.Json;

namespace FhirPsychAcute.Benchmarks;

/// <summary>The floor: parse to System.Text.Json's DOM, which knows nothing of FHIR, and write it again.</summary>
internal sealed class JsonFloor(byte[][] inputs)
{
    private readonly ArrayBufferWriter<byte> output = new(16 * 1024);

    public void Run()
    {
        foreach (var input in inputs)
        {
            output.ResetWrittenCount();
            using var document = JsonDocument.Parse(input);
            using var writer = new Utf8JsonWriter(output);
            document.WriteTo(writer);
        }
    }
}
