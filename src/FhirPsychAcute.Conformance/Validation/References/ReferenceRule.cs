using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// What a profile demands of a Reference: a well-formed text, a target of an allowed type that conforms to one of the target profiles, in an allowed place,
/// with or without version (http://hl7.org/fhir/R4/references.html). Costs nothing for <c>Patient/123</c> outside of a Bundle.
/// </summary>
internal sealed class ReferenceRule : ElementRule
{
    private readonly ReferenceNames names;
    private readonly TargetProfile[] targets;
    private readonly Aggregation aggregation;
    private readonly Versioning versioning;
    private readonly DefinitionScope scope;
    private readonly string source;
    private readonly bool isBase;

    /// <summary>The rule of the ElementDefinition.type of code Reference.</summary>
    /// <param name="type">What the profile says of the type.</param>
    /// <param name="scope">From where the canonicals of target profiles are resolved.</param>
    /// <param name="source">The profile and element, for findings.</param>
    /// <param name="isBase">Whether the demands are those of R4 itself: then what holds for all references is checked with them.</param>
    public ReferenceRule(TypeFacts type, DefinitionScope scope, string source, bool isBase)
    {
        this.isBase = isBase;
        names = ReferenceNames.Of(scope.Schema);
        this.scope = scope;
        this.source = source;
        targets = [.. type.TargetProfiles.Select(canonical => new TargetProfile(canonical, scope))];
        foreach (var mode in type.Aggregation)
        {
            aggregation |= mode switch
            {
                "contained" => Aggregation.Contained,
                "referenced" => Aggregation.Referenced,
                "bundled" => Aggregation.Bundled,
                _ => Aggregation.Any,
            };
        }

        versioning = type.Versioning switch
        {
            "independent" => Versioning.Independent,
            "specific" => Versioning.Specific,
            _ => Versioning.Either,
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("reference to ").Append(targets.Length == 0 ? "any" : string.Join(" | ", targets.Select(target => target.Canonical)));
        if (aggregation != Aggregation.Any)
        {
            text.Append(", ").Append(aggregation);
        }

        return versioning == Versioning.Either ? text.ToString() : text.Append(", version ").Append(versioning).ToString();
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (!ReferenceEquals(element.Type, names.ReferenceType))
        {
            return;
        }

        var reference = ReferenceNames.Child(element, names.Reference);
        if (!reference.HasValue)
        {
            CheckLogical(element, reference, run);
            return;
        }

        var text = reference.Utf8Value;
        var form = ReferenceForm.Of(text, element.Document.Schema);
        var place = ReferencePlace.Outside;
        var target = default(Element);
        if (form.Kind == ReferenceKind.Fragment || !DocumentReferences.IsAlone(element, names))
        {
            var found = run.ReferencesOf(element).Find(element, in form);
            if (isBase)
            {
                ReferenceFindings.ReportSearch(run, element, reference, in form, in found);
            }

            (place, target) = (found.Place, found.IsFound ? found.Resource : default);
        }
        else if (isBase)
        {
            ReferenceFindings.ReportForm(run, element, reference, in form);
        }

        if (place == ReferencePlace.Outside && form.Kind is not (ReferenceKind.Fragment or ReferenceKind.NotUrl or ReferenceKind.Conditional))
        {
            target = LookUp(run, element, reference, in form);
        }

        CheckType(run, element, reference, in form, target);
        CheckAggregation(run, element, place);
        CheckVersioning(run, element, in form, place);
        if (target.Exists && (place != ReferencePlace.Outside || run.Options.References == ReferenceCheck.Valid))
        {
            CheckConformance(run, element, reference, target);
        }
    }

    // R4 2.3.0.2: a reference by identifier alone is resolved by the receiver; only the type that it names can be checked.
    private void CheckLogical(Element element, Element reference, ValidationRun run)
    {
        if (reference.Exists)
        {
            return;
        }

        var type = ReferenceNames.Child(element, names.Type);
        if (type.HasValue)
        {
            if (ReferenceFindings.TypeNamed(type) is { } named && !Allows(named))
            {
                Report(run, IssueSeverity.Error, IssueCode.Structure, element, "reference.type-not-allowed", named.Name, AllowedTypes());
            }
        }

        if (isBase && !ReferenceNames.Child(element, names.Identifier).Exists && !ReferenceNames.Child(element, names.Display).Exists && !HasExtension(element))
        {
            Report(run, IssueSeverity.Warning, IssueCode.Structure, element, "reference.says-nothing");
        }
    }

    private Element LookUp(ValidationRun run, Element element, Element reference, in ReferenceForm form)
    {
        if (run.Options.References == ReferenceCheck.Text || run.Request.Resolve is not { } resolve)
        {
            return default;
        }

        var target = resolve(reference.Value!);
        var isExcused = (run.Options.AssumeValidRestReferences && form.Kind is ReferenceKind.Relative or ReferenceKind.Rest)
            || (run.Options.AllowExampleUrls && ExampleDomains.Holds(form.Url));
        if (isBase && !target.Exists && !isExcused)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "reference.unresolved", ReferenceFindings.Section, reference.Value!);
        }

        return target;
    }

    private void CheckType(ValidationRun run, Element element, Element reference, in ReferenceForm form, Element target)
    {
        var named = ReferenceNames.Child(element, names.Type) is { HasValue: true } typeElement ? ReferenceFindings.TypeNamed(typeElement) : null;
        var actual = target.Exists ? target.Type : form.Type ?? named;
        if (actual is null)
        {
            return;
        }

        if (isBase && named is not null && !ReferenceEquals(named, actual))
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "reference.type-differs", ReferenceFindings.Section, named.Name, actual.Name);
        }

        if (target.Exists && form.Type is not null && !ReferenceEquals(form.Type, actual))
        {
            if (isBase)
            {
                run.Report(IssueSeverity.Error, IssueCode.Required, element, "reference.target-of-other-type", ReferenceFindings.Section, reference.Value!, actual.Name);
            }
        }
        else if (!Allows(actual))
        {
            // A URL only promises its type; whoever takes REST references for valid takes the promise too.
            var severity = target.Exists || run.Options.AssumeValidRestReferences ? IssueSeverity.Error : IssueSeverity.Warning;
            Report(run, severity, IssueCode.Structure, element, target.Exists ? "reference.target-type" : "reference.url-type", actual.Name, AllowedTypes(), reference.Value!);
        }
    }

    private void CheckAggregation(ValidationRun run, Element element, ReferencePlace place)
    {
        if (aggregation == Aggregation.Any || place is ReferencePlace.Container or ReferencePlace.Ambiguous)
        {
            return;
        }

        var actual = place switch
        {
            ReferencePlace.Contained => Aggregation.Contained,
            ReferencePlace.Bundled or ReferencePlace.Parameter => Aggregation.Bundled | Aggregation.Referenced,
            _ => Aggregation.Referenced,
        };
        if ((actual & aggregation) != 0)
        {
            return;
        }

        if (place == ReferencePlace.Outside && !run.Options.AggregationOutsideBundles && DocumentReferences.IsAlone(element, names))
        {
            return;
        }

        Report(run, IssueSeverity.Error, IssueCode.Structure, element, "reference.aggregation", PlaceText(place), aggregation.ToString());
    }

    private void CheckVersioning(ValidationRun run, Element element, in ReferenceForm form, ReferencePlace place)
    {
        if (versioning == Versioning.Either || place is ReferencePlace.Container or ReferencePlace.Contained || form.Kind is not (ReferenceKind.Relative or ReferenceKind.Rest))
        {
            return;
        }

        if (versioning == Versioning.Specific != form.IsVersioned)
        {
            Report(run, IssueSeverity.Error, IssueCode.Structure, element, versioning == Versioning.Specific ? "reference.version-missing" : "reference.version-given");
        }
    }

    // One of the target profiles for the target's type is enough.
    private void CheckConformance(ValidationRun run, Element element, Element reference, Element target)
    {
        var candidates = 0;
        foreach (var profile in targets)
        {
            if (profile.Type is { } type && !target.Type.IsOrSpecialises(type))
            {
                continue;
            }

            if (profile.Profile is null || run.ValidateAgainst(target, profile.Canonical, scope, report: false) is not false)
            {
                return;
            }

            candidates++;
        }

        if (candidates > 0)
        {
            Report(run, IssueSeverity.Error, IssueCode.Structure, element, "reference.target-profile", reference.Value!, string.Join(", ", targets.Select(profile => profile.Canonical)));
        }
    }

    private bool Allows(TypeSchema type)
    {
        if (targets.Length == 0)
        {
            return true;
        }

        foreach (var target in targets)
        {
            if (target.Type is not { } allowed || type.IsOrSpecialises(allowed))
            {
                return true;
            }
        }

        return false;
    }

    private string AllowedTypes() => string.Join(", ", targets.Select(target => target.Type?.Name ?? target.Canonical).Distinct(StringComparer.Ordinal));

    private static bool HasExtension(Element element) => element.Child("extension").Exists;

    private static string PlaceText(ReferencePlace place) => place switch
    {
        ReferencePlace.Contained => "contained",
        ReferencePlace.Bundled or ReferencePlace.Parameter => "bundled",
        _ => "external",
    };

    private void Report(ValidationRun run, IssueSeverity severity, string code, Element at, string messageId, params object[] arguments) =>
        run.Report(severity, code, at, messageId, source, arguments);
}
