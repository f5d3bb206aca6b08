using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Why an offer fits, or what one should know before directing somebody to it.</summary>
/// <param name="Code">Code of psychacute-offer-remark; the text is <c>directory.CODE</c> with its arguments.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
internal sealed record OfferRemark(string Code, params IReadOnlyList<object> Arguments)
{
    /// <summary>In words.</summary>
    public string Text(Language language) => DirectoryMessages.Get(language, Code, [.. Arguments]);
}
