using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// Whether targets conform to the profiles that references ask of them. Each pair of target and profile is decided once per run; profiles that point at each
/// other in a circle are taken to hold while they are being decided.
/// </summary>
internal sealed class TargetConformance
{
    private readonly Dictionary<(ResourceDocument Document, int Element, Definition Profile), bool?> decided = [];

    /// <summary>True, false, or null where it cannot be told.</summary>
    public bool? Check(Element target, Definition profile, Func<Element, Definition, bool?> decide)
    {
        var key = (target.Document, target.Index, profile);
        if (decided.TryGetValue(key, out var known))
        {
            return known;
        }

        decided.Add(key, true);
        var verdict = decide(target, profile);
        decided[key] = verdict;
        return verdict;
    }
}
