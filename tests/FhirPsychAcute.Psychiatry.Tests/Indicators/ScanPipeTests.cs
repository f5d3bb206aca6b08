using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>Much is read by one thread and counted by several.</summary>
public sealed class ScanPipeTests
{
    private static readonly byte[] Patient = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"1"}""");

    [Fact]
    public async Task Everything_is_counted_once()
    {
        var total = 0;

        await ScanPipe.RunAsync(
            (hand, _) =>
            {
                for (var i = 0; i < 10_001; i++)
                {
                    hand(Patient);
                }

                return Task.CompletedTask;
            },
            Parse, static () => new int[1], static (part, _) => part[0]++, part => total += part[0], CancellationToken.None);

        Assert.Equal(10_001, total);
    }

    [Fact]
    public async Task A_fault_in_counting_ends_the_reading_and_is_told() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ScanPipe.RunAsync(
            static (hand, stop) =>
            {
                while (true)
                {
                    stop.ThrowIfCancellationRequested();
                    hand(Patient);
                }
            },
            Parse, static () => 0, static (_, _) => throw new InvalidDataException("x"), static _ => { }, CancellationToken.None));

    [Fact]
    public async Task A_fault_in_reading_ends_the_counting_and_is_told() =>
        await Assert.ThrowsAsync<IOException>(() => ScanPipe.RunAsync(
            static (_, _) => throw new IOException("x"), Parse, static () => 0, static (_, _) => { }, static _ => { }, CancellationToken.None));

    [Fact]
    public async Task It_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScanPipe.RunAsync(
            (hand, stopped) =>
            {
                while (true)
                {
                    stopped.ThrowIfCancellationRequested();
                    hand(Patient);
                    stop.Cancel();
                }
            },
            Parse, static () => 0, static (_, _) => { }, static _ => { }, stop.Token));
    }

    private static ResourceDocument? Parse(ReadOnlyMemory<byte> json) => ResourceDocument.Parse(json, DefinitionStore.R4.Schema).Document;
}
