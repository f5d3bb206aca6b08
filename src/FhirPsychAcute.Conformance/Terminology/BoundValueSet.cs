using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.External;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>
/// A value set as a binding names it, for whoever asks of many codes and keeps it: nothing is read before the first question, code systems not before a code
/// of them comes, and questions about what was met before allocate nothing. Immutable, safe for any number of threads.
/// </summary>
public sealed partial class BoundValueSet
{
    private readonly ScopeView view;
    private readonly RemoteTerminology? remote;
    private readonly Lazy<ValueSetRules?> rules;

    internal BoundValueSet(ScopeView view, string canonical, RemoteTerminology? remote = null)
    {
        this.view = view;
        this.remote = remote;
        Canonical = canonical;
        rules = new Lazy<ValueSetRules?>(() => view.Rules(canonical));
    }

    /// <summary>The canonical by which the value set was asked for.</summary>
    public string Canonical { get; }

    /// <summary>Whether the value set is here.</summary>
    public bool IsKnown => rules.Value is not null;

    /// <summary>Why the value set cannot be worked out although it is here; null when it can.</summary>
    public string? Fault => rules.Value?.Fault;

    /// <summary>Title or name of the value set for people; null when it is not here.</summary>
    public string? Title => rules.Value?.ValueSet is { } valueSet ? valueSet.ChildValue("title") ?? valueSet.ChildValue("name") : null;

    /// <summary>The canonical with the version that was found.</summary>
    public string FoundCanonical => rules.Value is { Version: { } version } found ? $"{found.Url}|{version}" : Canonical;

    internal ValueSetRules? Rules => rules.Value;

    /// <summary>
    /// Whether the element's code is in the value set. Only <see cref="CodeVerdict.Valid"/> says that there is nothing to report; ask
    /// <see cref="TerminologyService.Check"/> for the rest.
    /// </summary>
    /// <param name="coded">
    /// A primitive (its system implied by the value set), Coding, Quantity, or CodeableConcept: valid when one coding is; when none is, not checkable when one is
    /// not; a CodeableConcept without coding, or a Coding without system, is not in the value set.
    /// </param>
    public CodeVerdict IsMember(Element coded)
    {
        if (!coded.Exists)
        {
            return CodeVerdict.NotInValueSet;
        }

        var names = view.Names;
        var type = coded.Type;
        if (type.IsPrimitive)
        {
            return coded.IsEscaped ? Verdict(default, Utf8Text.Of(coded).Span) : Verdict(default, coded.RawValue);
        }

        return ReferenceEquals(type, names.CodeableConceptType) ? OfConcept(coded) : OfCoding(coded);
    }

    /// <summary>Whether a code is in the value set.</summary>
    /// <param name="system">UTF-8; empty: whatever system the value set implies.</param>
    /// <param name="code">UTF-8.</param>
    public CodeVerdict IsMember(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code) => Verdict(system, code);

    private CodeVerdict OfConcept(Element concept)
    {
        var worst = CodeVerdict.NotInValueSet;
        var isFirst = true;
        foreach (var coding in concept.ChildrenNamed(view.Names.Coding))
        {
            var verdict = OfCoding(coding);
            if (verdict is CodeVerdict.Valid or CodeVerdict.ValueSetUnknown)
            {
                return verdict;
            }

            worst = isFirst || verdict == CodeVerdict.NotCheckable ? verdict : worst == CodeVerdict.UnknownCode ? verdict : worst;
            isFirst = false;
        }

        return worst;
    }

    private CodeVerdict OfCoding(Element coding)
    {
        var system = coding.Child(view.Names.System);
        var code = coding.Child(view.Names.Code);
        if (!system.HasValue || !code.HasValue)
        {
            return rules.Value is null ? CodeVerdict.ValueSetUnknown : CodeVerdict.NotInValueSet;
        }

        return system.IsEscaped || code.IsEscaped ? Verdict(Utf8Text.Of(system).Span, Utf8Text.Of(code).Span) : Verdict(system.RawValue, code.RawValue);
    }

    private CodeVerdict Verdict(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        var found = rules.Value;
        if (found is null || found.Fault is not null)
        {
            return remote is null ? CodeVerdict.ValueSetUnknown : Elsewhere(system, code, CodeVerdict.ValueSetUnknown);
        }

        switch (found.Test(system, code))
        {
            case Membership.In:
                return CodeVerdict.Valid;
            case Membership.Unknown:
                return remote is null ? CodeVerdict.NotCheckable : Elsewhere(system, code, CodeVerdict.NotCheckable);
            default:
                return !system.IsEmpty && view.Source(system).Find(code, out _) == Presence.Absent ? CodeVerdict.UnknownCode : CodeVerdict.NotInValueSet;
        }
    }

    private CodeVerdict Elsewhere(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, CodeVerdict here) =>
        remote!.Ask(new CodeQuestion(FoundCanonical, system.IsEmpty ? null : Encoding.UTF8.GetString(system), null, Encoding.UTF8.GetString(code))) is { } answer
            ? answer.IsValid ? CodeVerdict.Valid : CodeVerdict.NotInValueSet
            : here;
}
