using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>The kinds and the size of an attachment that answers a question (extensions mimeType and maxSize, in bytes).</summary>
internal static class AttachmentCheck
{
    private const string Section = QuestionnaireRules.ResponseSection;

    /// <summary>Checks one attachment.</summary>
    public static void Check(FormItem item, Element attachment, ValidationRun run)
    {
        CheckKind(item, attachment, run);
        if (FormExtensions.Value(item.Element, FormExtensions.MaxSize) is { Exists: true } max && max.TryGetDecimal(out var most) && Size(attachment) is { } size && size > most)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, attachment, "questionnaire.attachment-size", Section, size, most);
        }
    }

    private static void CheckKind(FormItem item, Element attachment, ValidationRun run)
    {
        var allowed = FormExtensions.Values(item.Element, FormExtensions.MimeType).Select(value => value.Value).OfType<string>().ToList();
        if (allowed.Count == 0)
        {
            return;
        }

        if (attachment.ChildValue("contentType") is not { } kind)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, attachment, "questionnaire.attachment-without-type", Section, string.Join(", ", allowed));
        }
        else if (!allowed.Exists(pattern => Matches(kind, pattern)))
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, attachment, "questionnaire.attachment-type", Section, kind, string.Join(", ", allowed));
        }
    }

    // A pattern may be a whole family: image/*
    private static bool Matches(string kind, string pattern) =>
        kind.StartsWith(pattern.EndsWith('*') ? pattern[..^1] : pattern, StringComparison.OrdinalIgnoreCase);

    private static long? Size(Element attachment)
    {
        if (attachment.Child("data") is { HasValue: true } data)
        {
            var letters = 0L;
            var padding = 0;
            foreach (var character in data.Value!)
            {
                letters += char.IsWhiteSpace(character) ? 0 : 1;
                padding += character == '=' ? 1 : 0;
            }

            return (letters / 4 * 3) - padding;
        }

        return attachment.Child("size") is { HasValue: true } size && size.TryGetInt32(out var stated) ? stated : null;
    }
}
