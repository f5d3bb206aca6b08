using FhirPsychAcute.Psychiatry.Indicators.Figures;

namespace FhirPsychAcute.Psychiatry.Indicators.Referrals;

/// <summary>What is counted of referrals and nights. Who is noted as not come, or handed back, had been taken on before.</summary>
internal sealed class ReferralTally : ITally<ReferralFact, ReferralTally>
{
    public long Sent { get; private set; }
    public long Accepted { get; private set; }
    public long Declined { get; private set; }
    public long Arrived { get; private set; }
    public long NoShow { get; private set; }
    public long Returned { get; private set; }
    public long Cancelled { get; private set; }
    public long Overdue { get; private set; }
    public long Stays { get; private set; }
    public long Nights { get; private set; }

    public void Add(ReferralFact fact)
    {
        if (fact.IsNight)
        {
            Nights++;
            Stays += fact.IsFirstNight ? 1 : 0;
            return;
        }

        Sent++;
        Overdue += fact.IsOverdue ? 1 : 0;
        switch (fact.State)
        {
            case "accepted" or "booked":
                Accepted++;
                break;
            case "arrived" or "in-progress" or "completed":
                Accepted++;
                Arrived++;
                break;
            case "no-show":
                Accepted++;
                NoShow++;
                break;
            case "returned":
                Accepted++;
                Returned++;
                break;
            case "declined":
                Declined++;
                break;
            case "cancelled-by-citizen" or "cancelled-by-sender":
                Cancelled++;
                break;
        }
    }

    public void Merge(ReferralTally other)
    {
        Sent += other.Sent;
        Accepted += other.Accepted;
        Declined += other.Declined;
        Arrived += other.Arrived;
        NoShow += other.NoShow;
        Returned += other.Returned;
        Cancelled += other.Cancelled;
        Overdue += other.Overdue;
        Stays += other.Stays;
        Nights += other.Nights;
    }
}
