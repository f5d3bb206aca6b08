using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Operations;

/// <summary>
/// The profiles of an operation's input and output say of each parameter what the operation says (http://hl7.org/fhir/R4/operationdefinition-definitions.html#OperationDefinition.inputProfile):
/// "If present the profile shall not conflict with what is specified in the parameters in the operation definition".
/// </summary>
internal sealed class OperationDefinitionRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/operationdefinition-definitions.html#OperationDefinition.inputProfile";

    public override string ResourceType => "OperationDefinition";

    public override void Check(Element resource, ValidationRun run)
    {
        CheckProfile(resource, "inputProfile", "in", run);
        CheckProfile(resource, "outputProfile", "out", run);
    }

    private static void CheckProfile(Element operation, string element, string use, ValidationRun run)
    {
        var link = operation.Child(element);
        if (!link.HasValue)
        {
            return;
        }

        if (!run.Scope.TryResolve(link.Value!, out var definition) || definition.ResourceType != "StructureDefinition")
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, link, "operation.profile-unknown", Source, link.Value!);
            return;
        }

        var profile = definition.Document.Root;
        if (profile.ChildValue("type") != "Parameters")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, link, "operation.profile-no-parameters", Source, definition.Canonical, profile.ChildValue("type") ?? "");
            return;
        }

        var profiled = ProfiledParameter.Read(profile);
        foreach (var parameter in operation.ChildrenNamed("parameter"))
        {
            if (parameter.ChildValue("use") != use || parameter.ChildValue("name") is not { } name)
            {
                continue;
            }

            if (profiled.Remove(name, out var slice))
            {
                CheckParameter(parameter, name, use, slice, definition.Canonical, run);
            }
            else
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, parameter, "operation.parameter-not-in-profile", Source, name, definition.Canonical);
            }
        }

        foreach (var name in profiled.Keys)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, link, "operation.parameter-only-in-profile", Source, name, definition.Canonical);
        }
    }

    private static void CheckParameter(Element parameter, string name, string use, ProfiledParameter slice, string profile, ValidationRun run)
    {
        Compare("min", slice.Min);
        Compare("max", slice.Max);

        var types = parameter.ChildrenNamed("allowedType").ToList().Select(type => type.Value).Append(parameter.ChildValue("type")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (slice.Types.Count > 0 && !types.Overlaps(["Element", "Any", "Resource", "DomainResource"]))
        {
            foreach (var type in slice.Types.Where(type => !types.Contains(type)))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "operation.type-only-in-profile", Source, type, name, profile);
            }

            foreach (var type in types.Where(type => !slice.Types.Contains(type)))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "operation.type-not-in-profile", Source, type, name, profile);
            }
        }

        var targets = parameter.ChildrenNamed("targetProfile").ToList().Select(target => target.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var target in slice.Targets.Where(target => !targets.Contains(target)))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "operation.target-only-in-profile", Source, target, name, profile);
        }

        foreach (var target in targets.Where(target => !slice.Targets.Contains(target)))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "operation.target-not-in-profile", Source, target, name, profile);
        }

        void Compare(string bound, string? profiled)
        {
            if (profiled is not null && parameter.ChildValue(bound) is { } defined && defined != profiled)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "operation.cardinality", Source, name, bound, profiled, profile, defined, use);
            }
        }
    }
}
