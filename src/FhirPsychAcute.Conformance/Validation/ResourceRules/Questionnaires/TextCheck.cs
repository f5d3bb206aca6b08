using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>The bounds of a text that answers a question: length, form, and codes where a value set lists what may be written.</summary>
internal sealed class TextCheck(Form form, ValidationRun run)
{
    private const string Section = QuestionnaireRules.ResponseSection;
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<FormItem, Regex?> forms = [];

    /// <summary>Checks one text.</summary>
    public void Check(FormItem item, Element value)
    {
        if (value.Value is not { } text)
        {
            return;
        }

        CheckLength(item, value, text);
        CheckForm(item, value, text);

        // A string is one line; text has paragraphs (R4 item-type).
        if (item.Kind == ItemKind.String && text.AsSpan().ContainsAny('\r', '\n'))
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invariant, value, "questionnaire.several-lines", Section);
        }

        if (item.AnswerValueSet is { } valueSet)
        {
            CheckCode(value, text, valueSet);
        }
    }

    private void CheckLength(FormItem item, Element value, string text)
    {
        if (FormExtensions.Number(item.Element, FormExtensions.MinLength) is { } min && text.Length < min)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.too-short", Section, min);
        }

        if (item.Element.Child("maxLength") is { Exists: true } length && length.TryGetInt32(out var max) && text.Length > max)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.too-long", Section, max);
        }
    }

    private void CheckForm(FormItem item, Element value, string text)
    {
        if (!forms.TryGetValue(item, out var regex))
        {
            forms.Add(item, regex = Compile(item, value));
        }

        if (regex is null)
        {
            return;
        }

        try
        {
            if (!regex.IsMatch(text))
            {
                var format = FormExtensions.Value(item.Element, FormExtensions.EntryFormat).Text();
                run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.regex", Section,
                    format ?? "", FormExtensions.Value(item.Element, FormExtensions.Regex).Text() ?? "");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            run.Report(IssueSeverity.Warning, IssueCode.TooCostly, value, "questionnaire.regex-too-costly", Section, item.LinkId);
        }
    }

    private Regex? Compile(FormItem item, Element value)
    {
        if (FormExtensions.Value(item.Element, FormExtensions.Regex).Text() is not { } pattern)
        {
            return null;
        }

        try
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeout);
        }
        catch (ArgumentException)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Exception, value, "questionnaire.regex-faulty", Section, item.LinkId);
            return null;
        }
    }

    private void CheckCode(Element value, string text, string valueSet)
    {
        var verdict = run.Terminology.Check(form.Scope, ContainedScope.Canonical(valueSet), null, null, text).Verdict;
        if (verdict == CodeVerdict.ValueSetUnknown)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invariant, value, "questionnaire.value-set-unknown", Section, valueSet);
        }
        else if (verdict != CodeVerdict.Valid)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.not-in-value-set", Section, text, valueSet);
        }
    }
}
