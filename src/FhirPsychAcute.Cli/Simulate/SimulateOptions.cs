using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>What <c>simulate</c> makes, and where it goes.</summary>
internal sealed record SimulateOptions
{
    /// <summary>Calls a year to AMK, lægevagt and PAM (S1:4546-4553; profiles/rules/published-2023.csv).</summary>
    public const int PublishedRegionalCalls = 311_792;

    /// <summary>The greatest seed: nine digits, so that it is never taken for a CPR number in what is printed.</summary>
    public const int GreatestSeed = 999_999_999;

    /// <summary>The year when none is named.</summary>
    public const int DefaultYear = 2026;

    /// <summary>Year, counts, seed.</summary>
    public required SimulationSettings Settings { get; init; }

    /// <summary>Folder for NDJSON; null when it goes to a server.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the folder may hold something already.</summary>
    public bool Force { get; init; }

    /// <summary>The server and how it is reached; null when it goes to a folder.</summary>
    public LoadOptions? Load { get; init; }

    /// <summary>Folder of tables that count before the shipped ones.</summary>
    public string? Rules { get; init; }

    /// <summary>Parts made at the same time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
