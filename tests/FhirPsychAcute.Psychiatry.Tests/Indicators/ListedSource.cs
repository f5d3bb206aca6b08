using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>Resources in memory. Like a store that finds too much, it hands over all of a type; each in a part of its own, so that merging is tested.</summary>
internal sealed class ListedSource(IEnumerable<string> resources) : IIndicatorSource
{
    private readonly List<ResourceDocument> all = [.. resources.Select(static json => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema).Document!)];

    public Task ScanAsync<TPart>(Gathering wanted, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken)
    {
        foreach (var resource in all.Where(resource => resource.Type.Name == wanted.Type))
        {
            var part = begin();
            read(part, resource);
            end(part);
        }

        return Task.CompletedTask;
    }
}
