using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>One step of a person's path: something that happened at a time, in words that the reader understands.</summary>
/// <param name="Address"><c>Type/id</c> of the resource.</param>
/// <param name="Resource">The resource itself.</param>
/// <param name="Kind">Code of <c>psychacute-pathway-kind</c>.</param>
/// <param name="Start">When it happened or began.</param>
/// <param name="Text">The step in one sentence.</param>
public sealed record PathwayStep(string Address, ResourceDocument Resource, string Kind, DateTimeOffset Start, string Text)
{
    /// <summary>When it ended; null for a point in time and for what goes on.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Whether it has begun and not ended.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The element that says what it is; no element where the kind says it all.</summary>
    public Element Code { get; init; }

    /// <summary>Code of <c>psychacute-urgency-level</c>, where the step has one.</summary>
    public string? Urgency { get; init; }

    /// <summary>Where it has come: a referral's or a complaint's <c>Task.businessStatus</c>; no element without.</summary>
    public Element State { get; init; }

    /// <summary>Code of <c>psychacute-pathway-turn</c>: who has to act next; null for a step on which nobody has to.</summary>
    public string? Turn { get; init; }

    /// <summary>Nights that a referral led to; null where none are counted.</summary>
    public int? Nights { get; init; }

    /// <summary>The organisation that did it, as <see cref="Sectors"/> finds it.</summary>
    public Actor Actor { get; init; } = Actor.Unknown;

    /// <summary>Codes of <c>psychacute-pathway-remark</c>: what stands out.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Addresses of what it came from: the call of a referral, the measure of a review.</summary>
    public IReadOnlyList<string> CameFrom { get; init; } = [];

    /// <summary>Addresses of the steps that came from it.</summary>
    public IReadOnlyList<string> LedTo { get; init; } = [];

    /// <summary>Further resources that the step was read from: the task of a referral.</summary>
    public IReadOnlyList<ResourceDocument> Also { get; init; } = [];

    /// <summary>Whether something stands out by that code.</summary>
    public bool Has(string remark) => Remarks.Contains(remark, StringComparer.Ordinal);
}
