using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>Checking elements against profiles.</content>
internal sealed partial class ValidationRun
{
    private Dictionary<(ResourceDocument Document, int Element, object Rules), Verdict>? verdicts;
    private int depth;
    private HashSet<CompiledProfile>? met;

    /// <summary>How many references were followed in vain, so that whoever asks before and after knows that a question could not be decided.</summary>
    public int UnknownTargets { get; private set; }

    private enum Verdict : byte
    {
        /// <summary>Being decided further out: profiles that lead back to themselves hold meanwhile.</summary>
        Open,
        Conforms,
        Fails,
        /// <summary>Checked, and what is wrong reported.</summary>
        ConformsReported,
        FailsReported,
    }

    /// <summary>
    /// Checks an element against a profile, beyond what R4 itself demands (every element of the document is checked against that anyway).
    /// </summary>
    /// <param name="element">The element.</param>
    /// <param name="canonical">Canonical of the profile, possibly with version; that of a base type asks for the type.</param>
    /// <param name="scope">From where the canonical is resolved.</param>
    /// <param name="report">Whether what is wrong is reported; otherwise only the answer is given.</param>
    /// <returns>Whether the element conforms; null when the profile is not known or cannot be used.</returns>
    public bool? ValidateAgainst(Element element, string canonical, DefinitionScope scope, bool report)
    {
        if (Profiles.BaseTypeOf(canonical) is { } type)
        {
            return element.Type.IsOrSpecialises(type);
        }

        if (Profiles.Find(canonical, scope) is not { Faults.Count: 0 } profile)
        {
            return null;
        }

        return report ? Check(element, profile) : Conforms(element, profile);
    }

    /// <summary>Checks an element against a profile and reports what is wrong, once; whether it conforms.</summary>
    public bool Check(Element element, CompiledProfile profile)
    {
        // Inside of a trial nothing is reported, so that this is a question like any other.
        if (IsTrial)
        {
            var conforms = Conforms(element, profile);
            if (!conforms)
            {
                Report(IssueSeverity.Error, IssueCode.Structure, element, "profile.none-fits", profile.Canonical, profile.Canonical);
            }

            return conforms;
        }

        var key = (element.Document, element.Index, (object)profile);
        verdicts ??= [];
        if (verdicts.TryGetValue(key, out var known) && known is Verdict.Open or Verdict.ConformsReported or Verdict.FailsReported)
        {
            return known != Verdict.FailsReported;
        }

        verdicts[key] = Verdict.Open;
        var mark = Findings.Count;
        Run(element, profile);
        var passed = !Findings.HasErrorSince(mark);
        verdicts[key] = passed ? Verdict.ConformsReported : Verdict.FailsReported;
        return passed;
    }

    /// <summary>Whether an element conforms to a profile; nothing is reported, but what is wrong is added to <paramref name="failures"/>.</summary>
    public bool Conforms(Element element, CompiledProfile profile, List<Finding>? failures = null) =>
        Try(element, profile, failures, static (element, profile, run) => run.Run(element, profile));

    /// <summary>Whether an element keeps to the rules of an element of a profile; nothing is reported.</summary>
    public bool Conforms(Element element, CompiledElement content) => Try(element, content, null, static (element, content, run) => content.Check(element, run));

    /// <summary>Whether a profile is met for the first time in this validation, for what is said only once.</summary>
    public bool IsFirst(CompiledProfile profile) => (met ??= []).Add(profile);

    /// <summary>Adds findings that a trial made.</summary>
    public void AddAll(List<Finding> found)
    {
        foreach (var finding in found)
        {
            Findings.Add(finding);
        }
    }

    /// <summary>Goes one level deeper; false where the resource nests deeper than is followed.</summary>
    public bool Enter(int maxDepth)
    {
        if (depth >= maxDepth)
        {
            return false;
        }

        depth++;
        return true;
    }

    /// <summary>Comes back from a level.</summary>
    public void Leave() => depth--;

    /// <summary>The target of a Reference (or uri, or canonical) in the document or where the caller can look it up; no element when it is unknown.</summary>
    public Element Target(Element reference)
    {
        var holder = reference.Type.IsPrimitive ? reference : reference.Child("reference");
        if (!holder.Exists || holder.Value is not { } text)
        {
            return default;
        }

        var form = ReferenceForm.Of(System.Text.Encoding.UTF8.GetBytes(text), Document.Schema);
        var found = ReferencesOf(reference).Find(reference, in form);
        if (found.IsFound)
        {
            return found.Resource;
        }

        var target = text.StartsWith('#') || Request.Resolve is null ? default : Request.Resolve(text);
        UnknownTargets += target.Exists ? 0 : 1;
        return target;
    }

    /// <summary>The type that a Reference itself tells of its target; null when it tells none.</summary>
    public TypeSchema? TargetType(Element reference)
    {
        if (reference.ChildValue("reference") is { } text && ReferenceForm.Of(System.Text.Encoding.UTF8.GetBytes(text), Document.Schema).Type is { } literal)
        {
            return literal;
        }

        return reference.ChildValue("type") is { } named && Document.Schema.TryGetResourceType(named, out var type) ? type : null;
    }

    private bool Try<TRules>(Element element, TRules rules, List<Finding>? failures, Action<Element, TRules, ValidationRun> check)
        where TRules : class
    {
        var key = (element.Document, element.Index, (object)rules);
        verdicts ??= [];
        if (verdicts.TryGetValue(key, out var known) && (failures is null || known != Verdict.Fails))
        {
            return known is not (Verdict.Fails or Verdict.FailsReported);
        }

        verdicts[key] = Verdict.Open;
        var mark = Findings.BeginTrial(failures is not null);
        check(element, rules, this);
        var passed = Findings.EndTrial(mark, failures);
        verdicts[key] = passed ? Verdict.Conforms : Verdict.Fails;
        return passed;
    }

    private void Run(Element element, CompiledProfile profile)
    {
        if (profile.Faults.Count > 0)
        {
            Report(IssueSeverity.Error, IssueCode.Exception, element, "profile.faulty", profile.Canonical, profile.Canonical, profile.Faults[0]);
            return;
        }

        if (profile.Type is { } type && !element.Type.IsOrSpecialises(type))
        {
            Report(IssueSeverity.Error, IssueCode.Invalid, element, "profile.wrong-type", profile.Canonical, profile.Canonical, type.Name, element.Type.Name);
            return;
        }

        profile.Root.Check(element, this);
        foreach (var imposed in profile.Imposed)
        {
            if (Profiles.Find(imposed, profile.Definition.Scope) is { } other)
            {
                Check(element, other);
            }
            else
            {
                Report(IssueSeverity.Warning, IssueCode.NotFound, element, "profile.unknown", profile.Canonical, imposed);
            }
        }
    }
}
