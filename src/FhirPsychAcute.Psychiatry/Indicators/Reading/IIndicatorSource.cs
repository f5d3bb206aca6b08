using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>Where the resources of a question come from: the server's store, files, a test's list.</summary>
public interface IIndicatorSource
{
    /// <summary>
    /// Hands over every current resource that a search finds, each once, in any order, without keeping them. Others of the same type may come too; whoever reads checks.
    /// A source may read in several parts at the same time.
    /// </summary>
    /// <param name="wanted">The search.</param>
    /// <param name="begin">Makes what a part counts in.</param>
    /// <param name="read">Reads one resource into a part; called for one part by one thread at a time.</param>
    /// <param name="end">Takes a part that is finished; never called twice at the same time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task ScanAsync<TPart>(Gathering wanted, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken);
}
