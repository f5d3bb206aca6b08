using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// Something about a referral that its sender has to act upon: a finding (<c>psychacute-clock-finding</c>) that stays open until it is settled, and the message that tells the
/// sender (<c>psychacute-notice</c>). Both are recognised by one identifier, so that the same is told once, whoever finds it first.
/// </summary>
/// <param name="Referral">The referral.</param>
/// <param name="Rule">The rule by which it is told.</param>
/// <param name="Due">When the person, or the answer, was due.</param>
/// <param name="IsReported">Whether the receiver has said so; otherwise the clock has.</param>
public sealed record ReferralAlert(ReferralCase Referral, RuleRow Rule, DateTimeOffset Due, bool IsReported)
{
    private static readonly string Clocks = Guide.Codes("clock");
    private static readonly string LegalBasis = Guide.Structure("legal-basis");

    /// <summary>System of the identifiers of alerts.</summary>
    public static string IdentifierSystem { get; } = Guide.Identifiers("alert");

    /// <summary>Code of the rule.</summary>
    public string Code => Rule.Text("rule");

    /// <summary>Value of the identifier: task, rule and when it was due.</summary>
    public string Identifier => string.Create(CultureInfo.InvariantCulture, $"{Referral.TaskAddress.Replace('/', '-')}-{Code}-{Due.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");

    /// <summary>What happened, in words.</summary>
    public TranslatedText Text => ReferralTexts.Of(
        IsReported ? "referral.alert.reported" : Code == "overdue-alert" ? "referral.alert.overdue" : "referral.alert.no-show", DanishTime.Local(Due).ToString("dd.MM.yyyy HH.mm", CultureInfo.InvariantCulture));

    /// <summary>The finding: a DetectedIssue without id.</summary>
    public ResourceDocument Finding()
    {
        using var composer = new ResourceComposer();
        composer.Begin("DetectedIssue", null, Guide.Structure("clock-finding"));
        composer.OpenList("identifier").IdentifierItem(IdentifierSystem, Identifier).CloseList();
        composer.Text("status", "preliminary").Concept("code", Clocks, Code, text: Rule.Sentence.Danish).Text("severity", Rule.Text("severity"));
        composer.Reference("patient", Referral.Task.Root.ReferenceIn("for")).Time("identifiedDateTime", Due);
        composer.OpenList("implicated").ReferenceItem(Referral.TaskAddress);
        if (Referral.Task.Root.ReferenceIn("focus") is { } focus)
        {
            composer.ReferenceItem(focus);
        }

        composer.CloseList();
        return composer.Text("detail", $"{Text.Danish} ({Rule.Source})").ToDocument(Referral.Task.Schema);
    }

    /// <summary>The message to the sender: a Communication without id.</summary>
    /// <param name="now">When it is sent.</param>
    public ResourceDocument Notice(DateTimeOffset now)
    {
        using var composer = new ResourceComposer();
        composer.Begin("Communication", null, Guide.Structure("notice"));
        if (Referral.Request is { } request && request.Root.ExtensionOf(LegalBasis) is { Exists: true } basis)
        {
            // What may be shared with the sender rests on what the sender shared.
            composer.OpenList("extension").CopyItem(basis).CloseList();
        }

        composer.OpenList("identifier").IdentifierItem(IdentifierSystem, Identifier).CloseList();
        if (Referral.Task.Root.ReferenceIn("focus") is { } focus && !Referral.IsDispatch)
        {
            composer.OpenList("basedOn").ReferenceItem(focus).CloseList();
        }

        composer.Text("status", "completed");
        composer.OpenList("category").ConceptItem("http://terminology.hl7.org/CodeSystem/communication-category", "alert", "Alert").CloseList();
        composer.Text("priority", Rule.Text("severity") == "high" ? "asap" : "urgent");
        composer.Reference("subject", Referral.Task.Root.ReferenceIn("for"));
        composer.OpenList("about").ReferenceItem(Referral.TaskAddress);
        composer.OpenItem().Text("type", "DetectedIssue").Open("identifier").Text("system", IdentifierSystem).Text("value", Identifier).Close().Close().CloseList();
        composer.Time("sent", now);
        composer.OpenList("recipient").CopyItem(Referral.Task.Root.Child("requester")).CloseList();
        if (IsReported && Referral.Task.Root.Child("owner") is { Exists: true } owner)
        {
            composer.Copy("sender", owner);
        }
        else
        {
            composer.Open("sender").Text("type", "Device").Text("display", "FhirPsychAcute").Close();
        }

        composer.OpenList("payload").OpenItem().Text("contentString", Text.Danish).Close().CloseList();
        return composer.ToDocument(Referral.Task.Schema);
    }
}
