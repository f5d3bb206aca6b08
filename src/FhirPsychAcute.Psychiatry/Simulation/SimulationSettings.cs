namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>What is simulated. The same settings give the same bytes on every machine.</summary>
/// <param name="Year">Calendar year in Denmark, <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
/// <param name="Calls">Contacts of people, exactly: calls without partOf.</param>
/// <param name="CivilCalls">How many of them are to civil-society and municipal lines.</param>
/// <param name="CoercionEpisodes">Episodes of belt and holding, exactly; everything else about coercion follows in proportion. Null: as published for 2023.</param>
/// <param name="Seed">Another seed is another year.</param>
public sealed record SimulationSettings(int Year, int Calls, int CivilCalls, int? CoercionEpisodes, ulong Seed)
{
    /// <summary>The first whole year of the oldest reading of the act that the guide knows.</summary>
    public const int FirstYear = 2023;

    /// <summary>The last year.</summary>
    public const int LastYear = 2099;

    /// <summary>Most contacts.</summary>
    public const int MostCalls = 10_000_000;

    /// <summary>Most episodes of belt and holding.</summary>
    public const int MostEpisodes = 100_000;

    /// <summary>What ids begin with, so that years and seeds can stand beside each other in one store.</summary>
    public string Prefix => $"sim{Year}-{Seed}-";

    /// <summary>Throws when a number is out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the number.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Year, LastYear);
        ArgumentOutOfRangeException.ThrowIfNegative(Calls);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Calls, MostCalls);
        ArgumentOutOfRangeException.ThrowIfNegative(CivilCalls);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CivilCalls, Calls);
        ArgumentOutOfRangeException.ThrowIfNegative(CoercionEpisodes ?? 0, nameof(CoercionEpisodes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CoercionEpisodes ?? 0, MostEpisodes, nameof(CoercionEpisodes));
    }
}
