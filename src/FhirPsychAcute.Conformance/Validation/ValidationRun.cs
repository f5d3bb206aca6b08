using System.Diagnostics;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>One validation at work: what the rules share and where they report. Used by one thread.</summary>
internal sealed partial class ValidationRun(Validator validator, ResourceDocument document, ValidationRequest request)
{
    /// <summary>Steps between two looks at the clock.</summary>
    private const int Slice = 1 << 10;

    private readonly long started = Stopwatch.GetTimestamp();
    private FindingList? findings;
    private int slice = Slice;

    /// <summary>The document under validation.</summary>
    public ResourceDocument Document { get; } = document;

    /// <summary>What was asked.</summary>
    public ValidationRequest Request { get; } = request;

    /// <summary>The switches.</summary>
    public ValidatorOptions Options => validator.Options;

    /// <summary>From where the resource's canonicals are resolved.</summary>
    public DefinitionScope Scope { get; } = request.Scope ?? InstanceView.Of(document, request, validator.Library);

    /// <summary>Codes and value sets.</summary>
    public TerminologyService Terminology => validator.Terminology;

    /// <summary>Types and profiles in compiled form.</summary>
    public ProfileStore Profiles { get; } = ProfileStore.Instance;

    /// <summary>Whether the time allowed is over, so that every loop ends.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether findings are only looked at and then dropped.</summary>
    public bool IsTrial => findings is { IsTrial: true };

    /// <summary>Whether enough is known: the time is over, or a trial has met its error.</summary>
    public bool HasSeenEnough => IsStopped || findings is { IsDecided: true };

    private FindingList Findings => findings ??= new FindingList(Options.MaxIssues);

    /// <summary>Reports a finding about an element.</summary>
    public void Report(IssueSeverity severity, string code, Element at, string messageId, string source, params object[] arguments) =>
        Findings.Add(new Finding(severity, code, at, messageId, source, arguments));

    /// <summary>One unit of work; looks at the clock now and then.</summary>
    public void Step()
    {
        if (--slice < 0)
        {
            LookAtTheClock();
        }
    }

    /// <summary>What was found, in the order of the document.</summary>
    public ValidationResult Result() => findings is null || findings.Count == 0 ? ValidationResult.Clean : new ValidationResult(findings.ToIssues());

    private void LookAtTheClock()
    {
        slice = Slice;
        if (!IsStopped && Stopwatch.GetElapsedTime(started) > Options.MaxDuration)
        {
            IsStopped = true;
            Report(IssueSeverity.Error, IssueCode.TooCostly, Document.Root, "validation.too-costly", "MaxDuration", Options.MaxDuration.TotalSeconds);
        }
    }
}
