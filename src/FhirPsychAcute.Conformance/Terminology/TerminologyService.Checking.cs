using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.External;
using FhirPsychAcute.Conformance.Terminology.ValueSets;

namespace FhirPsychAcute.Conformance.Terminology;

/// <content>The full answer about one code, for those who have something to report.</content>
public sealed partial class TerminologyService
{
    /// <summary>The full answer about one code.</summary>
    /// <param name="scope">From where canonicals are resolved; null: from the library's root.</param>
    /// <param name="valueSet">Canonical of the value set; null asks the code system only.</param>
    /// <param name="system">Code system; null lets the value set imply it.</param>
    /// <param name="version">Version of the code system; null for the current one.</param>
    /// <param name="code">The code.</param>
    /// <param name="display">Display to check; null for none.</param>
    /// <param name="language">Language in which displays are wanted (BCP 47), those of it come first; null: the code system's own order.</param>
    public CodeCheck Check(DefinitionScope? scope, string? valueSet, string? system, string? version, string code, string? display = null, string? language = null)
    {
        var view = ViewOf(scope);
        var bytes = Encoding.UTF8.GetBytes(code);
        var rules = valueSet is null ? null : view.ValueSet(valueSet).Rules;
        List<string> implied = [];
        if (system is null && rules is not null)
        {
            implied = ImpliedSystems(rules, bytes);
            system = implied.Count == 1 ? implied[0] : null;
        }

        var check = system is null
            ? new CodeCheck(CodeVerdict.NotCheckable, null, version, [], SystemIsKnown: false) { Facts = CodeFacts.NoSystem }
            : AskedElsewhere(CheckSystem(view, system, version, bytes, display, language), code, display);
        check = check with { ImpliedSystems = implied };
        if (valueSet is null)
        {
            return check;
        }

        if (rules is null || rules.Fault is not null)
        {
            return check with { Verdict = CodeVerdict.ValueSetUnknown, ValueSetFault = rules?.Fault };
        }

        var membership = rules.Test(system is null ? default : Encoding.UTF8.GetBytes(system), bytes);
        if (membership == Membership.Unknown && remote?.Ask(new CodeQuestion(valueSet, system, version, code)) is { } answer)
        {
            membership = answer.IsValid ? Membership.In : Membership.Out;
        }

        return check with
        {
            Verdict = membership switch
            {
                Membership.In => CodeVerdict.Valid,
                Membership.Unknown => CodeVerdict.NotCheckable,
                _ => (check.Facts & CodeFacts.UnknownCode) != 0 ? CodeVerdict.UnknownCode : CodeVerdict.NotInValueSet,
            },
        };
    }

    private CodeCheck AskedElsewhere(CodeCheck check, string code, string? display)
    {
        if (remote is null || (check.Facts & CodeFacts.NotCheckable) == 0)
        {
            return check;
        }

        var (facts, known) = Elsewhere(new CodeQuestion(null, check.System, check.SystemVersion, code, display), check.Facts);
        return (facts & CodeFacts.NotCheckable) != 0 ? check : check with
        {
            Facts = facts,
            Verdict = facts == CodeFacts.UnknownCode ? CodeVerdict.UnknownCode : CodeVerdict.Valid,
            DisplayIsWrong = facts == CodeFacts.WrongDisplay,
            Displays = known is null ? [] : [known],
        };
    }

    private static CodeCheck CheckSystem(ScopeView view, string system, string? version, byte[] code, string? display, string? language)
    {
        var source = view.Source(system, version);
        if (source is null)
        {
            return new CodeCheck(CodeVerdict.NotCheckable, system, version, []) { Facts = CodeFacts.UnknownVersion | CodeFacts.NotCheckable };
        }

        if (!source.IsKnown)
        {
            return new CodeCheck(CodeVerdict.NotCheckable, system, version, [], SystemIsKnown: false) { Facts = CodeFacts.UnknownSystem | CodeFacts.NotCheckable };
        }

        var facts = FactsOf(source, code, default, view.Names);
        source.Find(code, out var concept);
        IReadOnlyList<string> displays = [];
        if (concept >= 0)
        {
            displays = Displays(source, concept, view.Names, language);
            facts |= display is not null && !DisplayRule.Allows(source, concept, display, view.Names) ? CodeFacts.WrongDisplay : 0;
        }

        var verdict = (facts & (CodeFacts.UnknownCode | CodeFacts.Supplement)) != 0 ? CodeVerdict.UnknownCode
            : (facts & CodeFacts.NotCheckable) != 0 ? CodeVerdict.NotCheckable
            : CodeVerdict.Valid;
        return new CodeCheck(verdict, system, source.Version, displays, (facts & CodeFacts.WrongDisplay) != 0, (facts & CodeFacts.Inactive) != 0)
        {
            Facts = facts,
            Code = concept >= 0 ? source.Concept(concept).Child(view.Names.Code).Value : null,
        };
    }

    private static List<string> Displays(CodeSource source, int concept, TerminologyNames names, string? language)
    {
        if (language is null)
        {
            return [.. DisplayRule.Of(source, concept, names).Distinct(StringComparer.Ordinal)];
        }

        var inLanguage = new List<string>();
        foreach (var designation in source.Designations(concept))
        {
            if (designation.Child(names.Language).Value is { } tag && IsSameLanguage(tag, language) && designation.Child(names.Value).Value is { } value)
            {
                inLanguage.Add(value);
            }
        }

        return [.. inLanguage.Concat(DisplayRule.Of(source, concept, names)).Distinct(StringComparer.Ordinal)];
    }

    // RFC 4647 3.3.1: a range matches the tags that begin with it.
    internal static bool IsSameLanguage(string tag, string range) =>
        tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-');

    /// <summary>The one system that a code without system belongs to in a value set; null when there are several, or none.</summary>
    internal static string? OnlySystem(ValueSetRules rules, byte[] code) => ImpliedSystems(rules, code) is [var system] ? system : null;

    // The systems in which the value set has the code; without any, the only one that the value set draws on.
    private static List<string> ImpliedSystems(ValueSetRules rules, byte[] code)
    {
        var all = new List<string>();
        rules.CollectSystems(all, 0);
        var having = all.Where(system => rules.Test(Encoding.UTF8.GetBytes(system), code) == Membership.In).ToList();
        return having.Count > 0 ? having : all;
    }
}
