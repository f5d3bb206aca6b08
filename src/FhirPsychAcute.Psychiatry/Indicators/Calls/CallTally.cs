using FhirPsychAcute.Psychiatry.Indicators.Figures;

namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>What is counted of calls.</summary>
internal sealed class CallTally : ITally<CallFact, CallTally>
{
    public long Calls { get; private set; }
    public long People { get; private set; }
    public long Answered { get; private set; }
    public long Unanswered { get; private set; }
    public long Transfers { get; private set; }
    public long CallBacks { get; private set; }
    public long Coordinator { get; private set; }
    public long Record { get; private set; }
    public long Offered { get; private set; }
    public long Wanted { get; private set; }
    public long Kept { get; private set; }
    public SecondsHistogram Waiting { get; } = new();
    public SecondsHistogram Handling { get; } = new();
    public SecondsHistogram Talk { get; } = new();

    public void Add(CallFact fact)
    {
        Calls++;
        People += fact.IsFirst ? 1 : 0;
        Transfers += !fact.IsFirst && !fact.IsCallBack ? 1 : 0;
        CallBacks += !fact.IsFirst && fact.IsCallBack ? 1 : 0;
        Unanswered += fact.Outcome == CallOutcome.Unanswered ? 1 : 0;
        if (fact.Outcome != CallOutcome.Answered)
        {
            return;
        }

        Answered++;
        Coordinator += fact.ConsultedCoordinator ? 1 : 0;
        Record += fact.OpenedRecord ? 1 : 0;
        Waiting.Add(fact.Waiting ?? -1);
        Handling.Add(fact.Handling ?? -1);
        Talk.Add(fact.Talk ?? -1);
    }

    /// <summary>Counts what became of a person's wish to be called back.</summary>
    public void Add(bool wanted, bool kept)
    {
        Offered++;
        Wanted += wanted ? 1 : 0;
        Kept += kept ? 1 : 0;
    }

    public void Merge(CallTally other)
    {
        Calls += other.Calls;
        People += other.People;
        Answered += other.Answered;
        Unanswered += other.Unanswered;
        Transfers += other.Transfers;
        CallBacks += other.CallBacks;
        Coordinator += other.Coordinator;
        Record += other.Record;
        Offered += other.Offered;
        Wanted += other.Wanted;
        Kept += other.Kept;
        Waiting.Merge(other.Waiting);
        Handling.Merge(other.Handling);
        Talk.Merge(other.Talk);
    }
}
