using FhirPsychAcute.Storage.Searching;

namespace FhirPsychAcute.Storage;

public sealed partial class SearchRequest
{
    /// <summary>Whether the search asks about other resources than those it finds (chaining, _has, a compartment): then one resource alone does not tell whether it matches.</summary>
    public bool LooksElsewhere => Criteria.Any(LooksBeyond);

    /// <summary>Whether the search says more than which resources it finds: order, inclusions, parts of them.</summary>
    public bool ShapesResults => Sort.Count > 0 || Inclusions.Count > 0 || Elements.Count > 0 || Summary != SearchSummary.None || Cursor is not null || Total != SearchTotal.Unspecified;

    private static bool LooksBeyond(Criterion criterion) => criterion switch
    {
        ChainCriterion or HasCriterion or CompartmentCriterion => true,
        AnyCriterion any => any.Alternatives.Any(LooksBeyond),
        AllCriterion all => all.Parts.Any(LooksBeyond),
        _ => false,
    };
}
