using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry;

/// <summary>The room's texts that people read, by id (<c>family.name</c>), from <c>Messages/*.en.json</c> and <c>*.da.json</c>.</summary>
public static class PsychiatryMessages
{
    /// <summary>All of them.</summary>
    public static MessageCatalogue Catalogue { get; } = new(typeof(PsychiatryMessages).Assembly, "psychiatry.");

    /// <summary>An issue with one of these texts.</summary>
    public static OutcomeIssue Issue(IssueSeverity severity, string code, string id, params object[] arguments) => new(severity, code, Catalogue, id, arguments);

    /// <summary>An error with one of these texts.</summary>
    public static OutcomeIssue Error(string code, string id, params object[] arguments) => Issue(IssueSeverity.Error, code, id, arguments);
}
