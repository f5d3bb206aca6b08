using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Server;

/// <summary>Law and thresholds as they stand in the dated tables, read at start so that a table which cannot be used is told then.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Coercion">The rules by which coercion is judged.</param>
/// <param name="Referrals">Thresholds of the referral flow.</param>
/// <param name="Offers">What makes an offer suit.</param>
internal sealed record FieldRules(RuleFolder Tables, CoercionRules Coercion, ReferralRules Referrals, OfferTables Offers)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="RuleException">A table cannot be used; the message says which and where.</exception>
    public static FieldRules Read(ServerOptions options)
    {
        var tables = new RuleFolder(options.Rules);
        return new FieldRules(
            tables, new CoercionRules(tables, options.CoercionAlternatives.Split(' ', StringSplitOptions.RemoveEmptyEntries)), new ReferralRules(tables), new OfferTables(tables));
    }
}
