namespace FhirPsychAcute.Conformance.Terminology.Expansion;

/// <summary>How a value set is to be expanded: the parameters of http://hl7.org/fhir/R4/valueset-operation-expand.html.</summary>
internal sealed record ExpansionRequest
{
    /// <summary>Most codes in one answer without paging.</summary>
    public const int DefaultLimit = 10_000;

    /// <summary>Words that the code or one of its texts must have, in any case; null: all codes.</summary>
    public string? Filter { get; init; }

    /// <summary>Codes to pass over; null without paging.</summary>
    public int? Offset { get; init; }

    /// <summary>Most codes wanted; null without paging.</summary>
    public int? Count { get; init; }

    /// <summary>Whether designations are wanted.</summary>
    public bool IncludeDesignations { get; init; }

    /// <summary>Which designations, by language or <c>use system|code</c>; none: all.</summary>
    public IReadOnlyList<string> Designations { get; init; } = [];

    /// <summary>Language of the displays (BCP 47); null: the system's own.</summary>
    public string? DisplayLanguage { get; init; }

    /// <summary>Whether inactive concepts are left out.</summary>
    public bool ActiveOnly { get; init; }

    /// <summary>Whether the answer is one list even where the system has a hierarchy.</summary>
    public bool ExcludeNested { get; init; }

    /// <summary>Code systems that are left out.</summary>
    public IReadOnlyList<string> ExcludedSystems { get; init; } = [];

    /// <summary>Whether the value set's definition comes with the answer.</summary>
    public bool IncludeDefinition { get; init; }

    /// <summary>Most codes in one answer without paging; more is too costly.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether anything was asked that the expansion has to tell (expansion.parameter).</summary>
    public bool HasParameters => this != new ExpansionRequest { Designations = Designations, ExcludedSystems = ExcludedSystems } || Designations.Count > 0 || ExcludedSystems.Count > 0;

    /// <summary>Whether a part of the list is asked for.</summary>
    public bool IsPaged => Offset is not null || Count is not null;
}
