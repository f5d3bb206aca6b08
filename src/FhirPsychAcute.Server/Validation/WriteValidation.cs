using System.Collections.Concurrent;
using System.Text;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Holds what is written against the rules that the operator's policy names: those of R4 for the resource's type, and those of the profiles that the resource
/// claims in meta.profile. R4 is always checked when any profile is. Safe for any number of threads.
/// </summary>
internal sealed class WriteValidation(WritePolicy policy, ValidationService validation)
{
    private static readonly IReadOnlyList<OutcomeIssue> None = [];

    private readonly bool isActive = policy.IsActive;
    private readonly ConcurrentDictionary<TypeSchema, ValidationLevel> baseLevels = new();

    /// <summary>Checks a resource that is about to be stored.</summary>
    /// <returns>The findings to tell the writer of; 422 when a rule is broken that is enforced.</returns>
    public Result<IReadOnlyList<OutcomeIssue>> Check(ResourceDocument document)
    {
        if (!isActive)
        {
            return new(None);
        }

        var baseLevel = baseLevels.TryGetValue(document.Type, out var known) ? known : BaseLevel(document.Type);
        var level = baseLevel;
        List<string>? enforced = null, warned = null;
        if (document.Root.Child("meta") is { Exists: true } meta)
        {
            foreach (var profile in meta.ChildrenNamed("profile"))
            {
                var one = policy.LevelOf(profile.Utf8Value);
                if (one == ValidationLevel.Off)
                {
                    continue;
                }

                level = one > level ? one : level;
                (one == ValidationLevel.Enforce ? enforced ??= [] : warned ??= []).Add(profile.Value!);
            }
        }

        return level switch
        {
            ValidationLevel.Off => new(None),
            ValidationLevel.Warn => new(Outcomes(Findings(document, warned), None)),
            _ => Enforce(document, enforced, warned),
        };
    }

    private Result<IReadOnlyList<OutcomeIssue>> Enforce(ResourceDocument document, List<string>? enforced, List<string>? warned)
    {
        var findings = Findings(document, enforced);
        var told = Outcomes(findings, None);
        foreach (var finding in findings)
        {
            if (finding.Severity <= IssueSeverity.Error)
            {
                return new FhirError(StatusCodes.Status422UnprocessableEntity, told);
            }
        }

        return new(warned is null ? told : Outcomes(Findings(document, warned), told));
    }

    private IReadOnlyList<ValidationIssue> Findings(ResourceDocument document, IReadOnlyList<string>? profiles) =>
        validation.Validator.Validate(document, new ValidationRequest { Profiles = profiles ?? [], ClaimedProfiles = false }).Issues;

    // What R4 itself asks is found by every check of the resource, and told once.
    private static IReadOnlyList<OutcomeIssue> Outcomes(IReadOnlyList<ValidationIssue> findings, IReadOnlyList<OutcomeIssue> before)
    {
        if (findings.Count == 0)
        {
            return before;
        }

        var told = before.Select(issue => (issue.MessageId, issue.Expression, issue.Source)).ToHashSet();
        return [.. before, .. findings.Where(finding => !told.Contains((finding.MessageId, finding.Expression, finding.Source))).Select(finding => finding.ToOutcome())];
    }

    private ValidationLevel BaseLevel(TypeSchema type) =>
        baseLevels.GetOrAdd(type, type => policy.LevelOf(Encoding.UTF8.GetBytes($"http://hl7.org/fhir/StructureDefinition/{type.Name}")));
}
