using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>Which organisation each admission is in, for episodes that name no ward.</summary>
internal sealed class Admissions
{
    private readonly Dictionary<string, string> providers = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public static async Task<Admissions> ReadAsync(IIndicatorSource source, CancellationToken cancellationToken)
    {
        var admissions = new Admissions();
        await source.ScanAsync(
            new Gathering("Encounter", ("class", "http://terminology.hl7.org/CodeSystem/v3-ActCode|IMP")), static () => new List<(string Address, string Provider)>(),
            static (part, encounter) =>
            {
                if (encounter.Root.Child("class").ChildValue("code") == "IMP" && encounter.Address() is { } address && encounter.Root.ReferenceIn("serviceProvider") is { } provider)
                {
                    part.Add((address, provider));
                }
            },
            part =>
            {
                foreach (var (address, provider) in part)
                {
                    admissions.providers[address] = provider;
                }
            },
            cancellationToken);
        return admissions;
    }

    /// <summary>The organisation of the admission that an episode names; null where none is known.</summary>
    public string? ProviderOf(Element episode) => episode.ReferenceIn("encounter") is { } encounter ? providers.GetValueOrDefault(encounter) : null;
}
