namespace FhirPsychAcute.Storage.Searching;

/// <summary>Why a part of a search cannot be understood; ends the parsing of its parameter.</summary>
/// <param name="Code">FHIR issue code.</param>
/// <param name="Message">English sentence without any value.</param>
/// <param name="Refuses">Whether it refuses the search whatever the handling: R4 search 3.1.1.4.4 asks that of a modifier that is not supported.</param>
internal sealed record SearchFault(SearchIssueCode Code, string Message, bool Refuses = false);

/// <summary>A parsed part of a search, or why it could not be parsed.</summary>
internal readonly struct Parsed<T>
    where T : class
{
    private Parsed(T? value, SearchFault? fault)
    {
        Value = value;
        Fault = fault;
    }

    /// <summary>The part; null with a fault.</summary>
    public T? Value { get; }

    /// <summary>The fault; null with a value.</summary>
    public SearchFault? Fault { get; }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(SearchFault fault) => new(null, fault);
}
