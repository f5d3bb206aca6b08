using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// Whether targets conform to the profiles that references ask of them. Each pair of target and profile is decided once per run; profiles that point at each
/// other in a circle are taken to hold while they are being decided.
/// </summary>
internal sealed class TargetConformance(ValidationRun run)
{
    /// <summary>How many targets of targets are followed: a chain of references has no bound of its own.</summary>
    private const int MaxDepth = 16;

    private readonly Dictionary<(ResourceDocument Document, int Element, string Profile), bool?> decided = [];
    private int depth;

    /// <summary>True, false, or null where it cannot be told.</summary>
    public bool? Check(Element target, string canonical, DefinitionScope scope)
    {
        var key = (target.Document, target.Index, canonical);
        if (decided.TryGetValue(key, out var known))
        {
            return known;
        }

        if (depth >= MaxDepth)
        {
            return null;
        }

        decided.Add(key, true);
        depth++;
        var verdict = run.ValidateAgainst(target, canonical, scope, report: false);
        depth--;
        decided[key] = verdict;
        return verdict;
    }
}
