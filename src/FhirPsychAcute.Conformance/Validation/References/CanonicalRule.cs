using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// What is demanded of a canonical: absolute, or a fragment that names a contained resource; and where the definition is known, that it is of an allowed type
/// (http://hl7.org/fhir/R4/references.html#canonical).
/// </summary>
internal sealed class CanonicalRule : ElementRule
{
    private const string Section = "http://hl7.org/fhir/R4/references.html#canonical";

    private readonly TargetProfile[] targets;
    private readonly bool checksType;

    /// <summary>The rule of one ElementDefinition.type of code canonical.</summary>
    /// <param name="targetProfiles">Its targetProfile canonicals; empty for any definition.</param>
    /// <param name="scope">From where the canonicals are resolved.</param>
    /// <param name="checksType">Whether the definition that an element names is looked up to compare its type; false for elements that are resolved anyway, such as meta.profile.</param>
    public CanonicalRule(IEnumerable<string> targetProfiles, DefinitionScope scope, bool checksType = true)
    {
        targets = [.. targetProfiles.Select(canonical => new TargetProfile(canonical, scope))];
        this.checksType = checksType && targets.Length > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"canonical of {(targets.Length == 0 ? "any definition" : string.Join(" | ", targets.Select(target => target.Canonical)))}";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (!element.HasValue || element.Type.Primitive != PrimitiveKind.Canonical)
        {
            return;
        }

        var text = element.Utf8Value;
        if (text.IsEmpty)
        {
            return;
        }

        if (text[0] == (byte)'#')
        {
            CheckFragment(element, text[1..], run);
        }
        else if (!ReferenceForm.IsAbsolute(text))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "reference.canonical-relative", Section, element.Value!);
        }
        else if (checksType && run.Scope.TryResolve(element.Value!, out var definition) && run.Document.Schema.TryGetResourceType(definition.ResourceType, out var type))
        {
            CheckType(element, type, run);
        }
    }

    private void CheckFragment(Element element, ReadOnlySpan<byte> id, ValidationRun run)
    {
        var references = run.ReferencesOf(element);
        var target = references.Contained(references.Container(element)).Find(id);
        if (!target.Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.NotFound, element, "reference.canonical-not-contained", Section, element.Value!);
        }
        else if (checksType)
        {
            CheckType(element, target.Type, run);
        }
    }

    private void CheckType(Element element, TypeSchema type, ValidationRun run)
    {
        foreach (var target in targets)
        {
            if (target.Type is not { } allowed || type.IsOrSpecialises(allowed))
            {
                return;
            }
        }

        run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "reference.canonical-type", Section, element.Value!, type.Name,
            string.Join(", ", targets.Select(target => target.Type?.Name ?? target.Canonical).Distinct(StringComparer.Ordinal)));
    }
}
