using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Lists in words, in Danish and English.</summary>
internal static class ReferralTexts
{
    private static readonly (ReferralParty Party, string Id)[] Names =
    [
        (ReferralParty.Receiver, "referral.party.receiver"), (ReferralParty.Sender, "referral.party.sender"),
        (ReferralParty.Citizen, "referral.party.citizen"), (ReferralParty.System, "referral.party.system"),
    ];

    /// <summary>A text of this room in both languages.</summary>
    public static TranslatedText Of(string id, params ReadOnlySpan<object> arguments)
    {
        var english = PsychiatryMessages.Catalogue.Get(Language.English, id, arguments);
        return new TranslatedText(english, english, PsychiatryMessages.Catalogue.Get(Language.Danish, id, arguments));
    }

    /// <summary>Texts with commas between.</summary>
    public static TranslatedText List(IEnumerable<TranslatedText> texts)
    {
        var all = texts.ToList();
        string In(Language language) => string.Join(", ", all.Select(text => text.In(language)));
        return new TranslatedText(In(Language.English), In(Language.English), In(Language.Danish));
    }

    /// <summary>The parties by name; for none the word for somebody who is no party.</summary>
    public static TranslatedText Parties(ReferralParty parties) => parties == ReferralParty.None
        ? Of("referral.party.none")
        : List(Names.Where(name => (parties & name.Party) != 0).Select(static name => Of(name.Id)));
}
