using FhirPsychAcute.Psychiatry.Indicators.Figures;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>What is counted of episodes.</summary>
internal sealed class EpisodeTally : ITally<EpisodeFact, EpisodeTally>
{
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);

    public long Episodes { get; private set; }
    public long Persons => persons.Count;
    public long Target { get; private set; }
    public long Belts { get; private set; }
    public long LongBelts { get; private set; }
    public long Over24 { get; private set; }
    public long Over48 { get; private set; }
    public long Danger { get; private set; }
    public long Feeding { get; private set; }
    public long Somatic { get; private set; }
    public long Voluntary { get; private set; }
    public long Holdings { get; private set; }
    public long LongHoldings { get; private set; }

    public void Add(EpisodeFact fact)
    {
        if (fact.IsVoluntary)
        {
            Voluntary++;
            return;
        }

        Episodes++;
        Target += One(fact.IsTarget);
        if (fact.Person is { } person)
        {
            persons.Add(person);
        }

        if (fact.IsBelt)
        {
            Belts++;
            LongBelts += One(fact.ShortLong == "long");
            Over24 += One(fact.IsOver24);
            Over48 += One(fact.IsOver48);
            Danger += One(fact.Has("farlighed"));
            Feeding += One(fact.Has("tvangsernaering"));
            Somatic += One(fact.Has("somatisk-behandling"));
        }
        else if (fact.IsHolding)
        {
            Holdings++;
            LongHoldings += One(fact.Band == "gt30");
        }
    }

    public void Merge(EpisodeTally other)
    {
        persons.UnionWith(other.persons);
        Episodes += other.Episodes;
        Target += other.Target;
        Belts += other.Belts;
        LongBelts += other.LongBelts;
        Over24 += other.Over24;
        Over48 += other.Over48;
        Danger += other.Danger;
        Feeding += other.Feeding;
        Somatic += other.Somatic;
        Voluntary += other.Voluntary;
        Holdings += other.Holdings;
        LongHoldings += other.LongHoldings;
    }

    private static int One(bool counts) => counts ? 1 : 0;
}
