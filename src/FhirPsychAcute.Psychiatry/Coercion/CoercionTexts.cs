using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The family's texts in both languages at once, since a result is computed before its reader is known.</summary>
internal static class CoercionTexts
{
    /// <summary>The text of <c>coercion.ID</c>.</summary>
    public static TranslatedText Of(string id, params object[] arguments)
    {
        var english = PsychiatryMessages.Catalogue.Get(Language.English, "coercion." + id, arguments);
        return new(english, english, PsychiatryMessages.Catalogue.Get(Language.Danish, "coercion." + id, arguments));
    }
}
