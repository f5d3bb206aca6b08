using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The directory's texts (<c>directory.*</c>) as issues that name a parameter.</summary>
internal static class DirectoryMessages
{
    /// <summary>What is wrong with a parameter.</summary>
    public static OutcomeIssue At(string parameter, string code, string id, params object[] arguments) =>
        PsychiatryMessages.Error(code, "directory." + id, arguments) with { Expression = parameter };

    /// <summary>A text in a language.</summary>
    public static string Get(Language language, string id, params ReadOnlySpan<object> arguments) =>
        PsychiatryMessages.Catalogue.Get(language, "directory." + id, arguments);

    /// <summary>A word of the directory as argument of a text.</summary>
    public static LocalText Word(string id) => new("directory." + id);
}
