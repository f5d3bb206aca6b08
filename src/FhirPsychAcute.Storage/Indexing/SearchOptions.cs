using System.Security.Cryptography;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Searching;

namespace FhirPsychAcute.Storage;

/// <summary>How values are read, in the index and in searches alike, and what a search may be at most.</summary>
public sealed record SearchOptions
{
    /// <summary>Time zone of dates and times that name none. Default Europe/Copenhagen. Changing it means indexing anew.</summary>
    public TimeZoneInfo TimeZone { get; init; } = DanishTime.Zone;

    /// <summary>Base urls of this server without a slash at the end: an absolute reference below one of them points at a resource here. Default none. Changing them means indexing anew.</summary>
    public IReadOnlyList<string> OwnBaseUrls { get; init; } = [];

    /// <summary>Matches of a page when _count is absent. Default 20.</summary>
    public int DefaultCount { get; init; } = 20;

    /// <summary>Matches of a page at most; a greater _count gives this many. Default 1,000.</summary>
    public int MaxCount { get; init; } = 1000;

    /// <summary>Included resources of a page at most. Default 2,000.</summary>
    public int MaxIncluded { get; init; } = 2000;

    /// <summary>Parameters of one search at most. Default 100.</summary>
    public int MaxParameters { get; init; } = 100;

    /// <summary>Comma-separated values of one parameter at most. Default 500.</summary>
    public int MaxValues { get; init; } = 500;

    /// <summary>Values of one search at most, all parameters together. Default 2,000.</summary>
    public int MaxTotalValues { get; init; } = 2000;

    /// <summary>Characters of one parameter's value at most. Default 32,768.</summary>
    public int MaxValueLength { get; init; } = 32_768;

    /// <summary>Works out value sets and hierarchies; null: the modifiers that need them are refused. Default null.</summary>
    public ITerminologyExpander? Terminology { get; init; }

    /// <summary>Codes that one value of <c>:in</c>, <c>:not-in</c>, <c>:above</c> or <c>:below</c> may stand for. Default 5,000.</summary>
    public int MaxExpandedCodes { get; init; } = 5000;

    /// <summary>Links of a chain, _has nested ones counted too, at most. Default 6.</summary>
    public int MaxChainDepth { get; init; } = 6;

    /// <summary>Sort parameters at most. Default 4.</summary>
    public int MaxSortKeys { get; init; } = 4;

    /// <summary>How long a search may take; then it is given up with <see cref="StoreFault.TimedOut"/>. Default 30 s.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Rounds that an <c>:iterate</c> include goes on at most. Default 5.</summary>
    public int MaxIncludeRounds { get; init; } = 5;

    /// <summary>
    /// Key (32 bytes) that seals values in links which may hold a CPR number. Default: a random one for each process, so that such links end with the process;
    /// servers that share a store need a common one.
    /// </summary>
    public IReadOnlyList<byte> SealingKey { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Rows up to which a criterion leads the search; beyond, an order that stands in an index does.</summary>
    internal int FewRows { get; init; } = 2000;

    internal string SealFor(string parameter, string value) => new SealedValue([.. SealingKey]).Seal(parameter, value);

    internal bool TryOpen(string parameter, string value, out string opened) => new SealedValue([.. SealingKey]).TryOpen(parameter, value, out opened);
}
