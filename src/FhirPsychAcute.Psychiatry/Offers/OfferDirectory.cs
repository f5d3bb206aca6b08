using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>
/// The offers of the country as they were registered at one moment, and what $find-offer answers over them. Made anew when a HealthcareService, Location or Organization changes.
/// Immutable; safe for any number of threads.
/// </summary>
public sealed class OfferDirectory
{
    private readonly Dictionary<string, Offer> offers;
    private readonly OfferTables tables;

    /// <summary>Reads the directory.</summary>
    /// <param name="resources">HealthcareServices, and the Locations and Organizations that they name (<see cref="ResourceTypes"/>).</param>
    /// <param name="tables">The dated tables.</param>
    public OfferDirectory(ResourceSet resources, OfferTables tables)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(tables);
        this.tables = tables;
        Areas = new AreaTable(tables, resources);
        offers = new(StringComparer.Ordinal);
        foreach (var service in resources.OfType("HealthcareService"))
        {
            Take(resources.AddressOf(service), service);
        }
    }

    private OfferDirectory(OfferDirectory other)
    {
        (tables, Areas) = (other.tables, other.Areas);
        offers = new(other.offers, StringComparer.Ordinal);
    }

    /// <summary>The types of resource that a directory is made of.</summary>
    public static IReadOnlyList<string> ResourceTypes { get; } = ["HealthcareService", "Location", "Organization"];

    /// <summary>How many offers are in use.</summary>
    public int Count => offers.Count;

    /// <summary>This directory with other HealthcareServices in the place of those at the same addresses.</summary>
    /// <param name="services">By address (<c>HealthcareService/1</c>); null for one that was deleted.</param>
    public OfferDirectory With(IEnumerable<KeyValuePair<string, ResourceDocument?>> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var changed = new OfferDirectory(this);
        foreach (var (address, service) in services)
        {
            changed.offers.Remove(address);
            if (service is not null)
            {
                changed.Take(address, service);
            }
        }

        return changed;
    }

    internal AreaTable Areas { get; }

    internal DirectoryCodes Codes => tables.Codes;

    /// <summary>Answers $find-offer.</summary>
    /// <param name="input">The parameters, as the OperationDefinition psychacute-find-offer names them.</param>
    /// <param name="now">The time at which offers shall be open where the parameters name none.</param>
    /// <param name="language">Language of the reasons.</param>
    /// <param name="root">FHIR base for fullUrl, without trailing slash.</param>
    /// <param name="self">Address of the question, for the Bundle's link.</param>
    public OfferReply Answer(OperationInput input, DateTimeOffset now, Language language, string root, string self)
    {
        ArgumentNullException.ThrowIfNull(input);
        var query = new OfferQueryReading(this, input, now).Read(out var faults);
        if (faults.Count > 0)
        {
            return new OfferReply(default, faults);
        }

        using var bundle = new OfferBundle(Find(query), Areas, tables, language);
        return new OfferReply(bundle.Write(root, self), []);
    }

    internal OfferAnswer Find(OfferQuery query) => new OfferSearch(query, Areas, tables).Of(offers.Values);

    private void Take(string address, ResourceDocument service)
    {
        if (OfferReading.Read(service, address, Areas) is { } offer)
        {
            offers[address] = offer;
        }
    }
}
