using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>What the store holds, for indicators.</summary>
internal sealed class StoredIndicatorSource(FhirService service) : IIndicatorSource
{
    /// <inheritdoc/>
    public Task ScanAsync<TPart>(Gathering wanted, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken)
    {
        var request = service.Search.Gather(wanted, null);
        return ScanPipe.RunAsync(
            async (hand, stop) => await service.Store.ScanAsync(request, hand, stop),
            content => ResourceDocument.Parse(content, service.Schema).Document ?? throw new InvalidDataException($"A stored {wanted.Type} cannot be read."),
            begin, read, end, cancellationToken);
    }
}
