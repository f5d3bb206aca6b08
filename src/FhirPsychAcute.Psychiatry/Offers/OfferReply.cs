using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>What $find-offer answers.</summary>
/// <param name="Bundle">A Bundle of type searchset, UTF-8 JSON; empty when the question is refused.</param>
/// <param name="Faults">What is wrong with the question, each issue with its parameter; none when it is answered.</param>
public sealed record OfferReply(ReadOnlyMemory<byte> Bundle, IReadOnlyList<OutcomeIssue> Faults);
