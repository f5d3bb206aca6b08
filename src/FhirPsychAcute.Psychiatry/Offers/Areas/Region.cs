namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>A region with the days between which it exists, and the region that takes over (law 699/2025 § 126: Region Østdanmark from 1 January 2027).</summary>
internal sealed class Region(string? code, string name, DateOnly? validFrom, DateOnly? validTo)
{
    // Regions follow each other seldom; a chain longer than this is a mistake in the data.
    private const int MostSuccessors = 10;

    /// <summary>Regionskode (ISO 3166-2); null where none is known.</summary>
    public string? Code => code;

    /// <summary>Name.</summary>
    public string Name => name;

    /// <summary>Its first day; null where none is known.</summary>
    public DateOnly? ValidFrom { get; set; } = validFrom;

    /// <summary>Its last day; null while no end is known.</summary>
    public DateOnly? ValidTo { get; set; } = validTo;

    /// <summary>The region that takes over; null where there is none.</summary>
    public Region? Successor { get; set; }

    /// <summary>Whether it exists on a day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <summary>The region that does this one's work on a day: itself, or who succeeded it.</summary>
    public Region On(DateOnly day)
    {
        var region = this;
        for (var i = 0; i < MostSuccessors && region.ValidTo < day && region.Successor is { } next; i++)
        {
            region = next;
        }

        return region;
    }
}
