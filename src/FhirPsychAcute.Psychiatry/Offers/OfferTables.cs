using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The dated tables that the directory answers by, read once. Immutable; safe for any number of threads.</summary>
public sealed class OfferTables
{
    /// <summary>Reads <c>referral</c>, <c>regions</c>, <c>municipalities</c>, <c>age-groups</c>, <c>holidays</c> and the tables whose names begin with <c>offer-</c>.</summary>
    /// <exception cref="RuleException">A table cannot be used.</exception>
    public OfferTables(RuleFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Rules = new OfferRules(folder);
        Ranking = new Ranking(folder);
        Codes = new DirectoryCodes(folder);
        Regions = folder.Read("regions");
        foreach (var row in Regions)
        {
            if (row.Text("succeeded_by") is { Length: > 0 } successor && !Regions.Any(other => other.Text("name") == successor))
            {
                throw row.Fault($"there is no region '{successor}'");
            }
        }

        Municipalities = folder.Read("municipalities");
        Holidays = new WorkingDays(folder.Read("holidays"));
    }

    internal OfferRules Rules { get; }

    internal Ranking Ranking { get; }

    internal DirectoryCodes Codes { get; }

    internal IReadOnlyList<RuleRow> Regions { get; }

    internal IReadOnlyList<RuleRow> Municipalities { get; }

    internal WorkingDays Holidays { get; }
}
