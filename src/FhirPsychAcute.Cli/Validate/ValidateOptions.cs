using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Cli;

/// <summary>What <c>psychacute validate</c> was asked.</summary>
internal sealed record ValidateOptions
{
    /// <summary>Canonicals of profiles that every resource is checked against, beside those that it claims.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Packages to load: a path, or <c>name#version</c> of the user's FHIR package cache.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The least grave findings that are shown. Default all.</summary>
    public IssueSeverity Severity { get; init; } = IssueSeverity.Information;

    /// <summary>text, json, sarif or html.</summary>
    public string Format { get; init; } = "text";

    /// <summary>Resources checked at the same time. Default the number of cores.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether failed best-practice rules are warnings.</summary>
    public bool BestPractice { get; init; }

    /// <summary>File for the report; null for the standard output.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Base address of a terminology server; null for none.</summary>
    public Uri? TerminologyServer { get; init; }
}
