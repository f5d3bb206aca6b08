namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>
/// Who is admitted, and which measures they meet: bands, reasons, persons and ages as published for 2023, drawn without replacement, so that the counts are exact;
/// what is not published (sedation, detention) comes from simulation.csv.
/// </summary>
internal sealed class CoercionPlan
{
    private readonly SimulationRules rules;
    private readonly SimulatedDirectory directory;
    private readonly PersonRegister register;
    private readonly PublishedFigures figures;
    private readonly RandomStream random;
    private readonly List<Inpatient> inpatients = [];

    /// <summary>Draws the plan and adds its people to the register.</summary>
    public CoercionPlan(SimulationSettings settings, SimulationRules rules, SimulatedDirectory directory, PersonRegister register)
    {
        (this.rules, this.directory, this.register) = (rules, directory, register);
        figures = new PublishedFigures(rules, settings.CoercionEpisodes);
        random = new RandomStream(settings.Seed, "coercion", settings.Year);
        var childBelts = Belts("under-18", figures.ChildBelts, ("lt1", figures.Of("share-lt1", "under-18", "baelte")), ("1-4", figures.Of("share-1-4", "under-18", "baelte")), "share-gt4");
        var adultBelts = Belts(
            "adult", figures.AdultBelts, ("lt1", figures.Of("share-lt4", "adult", "baelte") * rules.Number("belt-short", "adult", "lt1")),
            ("1-4", figures.Of("share-lt4", "adult", "baelte") * rules.Number("belt-short", "adult", "1-4")), "share-gt4");
        LongBelts(childBelts, adultBelts);
        Age("under-18", isChild: true, figures.ChildHoldings, childBelts);
        Age("adult", isChild: false, figures.AdultHoldings, adultBelts);
        foreach (var inpatient in inpatients)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(inpatient.Measures));
        }
    }

    /// <summary>Everybody who is admitted.</summary>
    public IReadOnlyList<Inpatient> Inpatients => inpatients;

    private void Age(string age, bool isChild, int holdings, PlannedMeasure[] belts)
    {
        var (first, pool) = (inpatients.Count, new List<Inpatient>());
        var bands = Apportionment.Of(holdings, figures.HoldingBands(age));
        var held = Repeated(("lt2", bands[0]), ("2-30", bands[1]), ("gt30", bands[2])).ConvertAll(band => new PlannedMeasure("fastholdelse", "farlighed", band));
        Share([.. held], figures.Persons(figures.Of("persons", age, "fastholdelse"), holdings), overlap: 0, isChild, pool);
        Share(belts, figures.Persons(figures.Of("persons", age, "baelte"), belts.Length), rules.Number("coercion-share", "", "overlap-of-belt-and-holding"), isChild, pool);

        var doses = figures.Scaled(rules.Number("coercion-count", age, "sedation-episodes"));
        var sedated = Enumerable.Repeat(new PlannedMeasure("akut-beroligende-medicin", "urolig", ""), doses).ToArray();
        Share(sedated, figures.Persons(rules.Number("coercion-count", age, "sedation-persons"), doses), rules.Number("coercion-share", "", "overlap-of-sedation"), isChild, pool);

        var detentions = Repeated(
            Kind("tvangsindlaeggelse-roede"), Kind("tvangsindlaeggelse-gule"), Kind("tvangstilbageholdelse")).ToArray();
        random.Shuffle(detentions.AsSpan());
        var next = 0;
        foreach (var inpatient in inpatients[first..])
        {
            if (next < detentions.Length && random.Chance(rules.Number("coercion-share", "", "detained")))
            {
                inpatient.Detention = detentions[next++];
            }
        }

        for (; next < detentions.Length; next++)
        {
            Admit(isChild).Detention = detentions[next];
        }

        (string, int) Kind(string code) => (code, figures.Scaled(rules.Number("coercion-count", age, code)));
    }

    // Shares episodes among so many persons: one each, the rest unevenly, as few patients have many. Some of the persons are in the pool already.
    private void Share(PlannedMeasure[] episodes, int persons, int overlap, bool isChild, List<Inpatient> pool)
    {
        var known = Math.Min(pool.Count, (int)((long)persons * overlap / 1000));
        var takers = pool.ToArray();
        random.Shuffle(takers.AsSpan());
        var chosen = takers[..known].ToList();
        while (chosen.Count < persons)
        {
            var added = Admit(isChild);
            chosen.Add(added);
            pool.Add(added);
        }

        random.Shuffle(episodes.AsSpan());
        for (var i = 0; i < episodes.Length; i++)
        {
            var taker = i < persons ? i : (int)((long)random.Below(persons) * (random.Below(1000) + 1) / 1000);
            chosen[taker].Measures.Add(episodes[i]);
        }
    }

    private Inpatient Admit(bool isChild)
    {
        var age = rules.Value("age-of-inpatient", isChild ? "under-18" : "adult", random);
        var person = register.Add(age, directory.ByCitizens.Draw(random), mayBeOlder: !isChild);
        var added = new Inpatient(inpatients.Count, person, isChild);
        inpatients.Add(added);
        return added;
    }

    private PlannedMeasure[] Belts(string age, int episodes, (string Band, int Share) shortest, (string Band, int Share) middle, string longShare)
    {
        var adults = age == "adult";
        var scale = adults ? rules.Number("belt-short", "adult", "lt1") + rules.Number("belt-short", "adult", "1-4") : 1;
        var bands = Apportionment.Of(episodes, shortest.Share, middle.Share, figures.Of(longShare, age, "baelte") * scale);
        int[] published =
        [
            figures.Of("reason-danger", age, "baelte"),
            adults ? rules.Number("belt-feeding", "adult", "fewer-than-five") : figures.Of("reason-feeding", age, "baelte"),
            figures.Of("reason-somatic", age, "baelte"),
            figures.Of("reason-voluntary", age, "frivilligt-baelte"),
        ];
        var reasons = Apportionment.Of(episodes, [.. published, figures.Of("episodes", age, "baelte") - published.Sum()]);
        var danger = Apportionment.Of(
            reasons[0], (bands[0] + bands[1]) * figures.Of("danger-short", age, "baelte"), bands[2] * figures.Of("danger-long", age, "baelte"));
        var moved = Math.Max(0, danger[0] - bands[0] - bands[1]) - Math.Max(0, danger[1] - bands[2]);
        (danger[0], danger[1]) = (danger[0] - moved, danger[1] + moved);

        var shorts = Repeated((shortest.Band, bands[0]), (middle.Band, bands[1])).ToArray();
        random.Shuffle(shorts.AsSpan());
        var longs = Enumerable.Repeat("long", bands[2]).ToArray();
        var others = Repeated(("tvangsernaering", reasons[1]), ("somatisk-behandling", reasons[2]), ("frivillig", reasons[3]), ("", reasons[4])).ToArray();
        random.Shuffle(others.AsSpan());
        var next = 0;
        return
        [
            .. shorts.Take(danger[0]).Concat(longs.Take(danger[1])).Select(static band => new PlannedMeasure("baelte", "farlighed", band)),
            .. shorts.Skip(danger[0]).Concat(longs.Skip(danger[1])).Select(band => Other(others[next++], band)),
        ];
    }

    private PlannedMeasure Other(string reason, string band) => reason switch
    {
        "frivillig" => new PlannedMeasure("frivilligt-baelte", reason, band),
        "" => new PlannedMeasure("baelte", rules.Draw("belt-other-reason", "", random), band),
        _ => new PlannedMeasure("baelte", reason, band),
    };

    // How many of the long belts last over 24 and over 48 hours is published for all ages together. A voluntary belt is none of them.
    private void LongBelts(PlannedMeasure[] children, PlannedMeasure[] adults)
    {
        var all = new List<(PlannedMeasure[] Of, int Index)>();
        foreach (var belts in (PlannedMeasure[][])[children, adults])
        {
            for (var i = 0; i < belts.Length; i++)
            {
                if (belts[i].Band == "long")
                {
                    belts[i] = belts[i] with { Band = "4-24" };
                    if (belts[i].Measure == "baelte")
                    {
                        all.Add((belts, i));
                    }
                }
            }
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));
        var (over24, over48) = (figures.Scaled(figures.Of("over-24", "all", "baelte")), figures.Scaled(figures.Of("over-48", "all", "baelte")));
        for (var i = 0; i < Math.Min(over24, all.Count); i++)
        {
            all[i].Of[all[i].Index] = all[i].Of[all[i].Index] with { Band = i < over48 ? "gt48" : "24-48" };
        }
    }

    private static List<string> Repeated(params ReadOnlySpan<(string Value, int Count)> values)
    {
        var list = new List<string>();
        foreach (var (value, count) in values)
        {
            list.AddRange(Enumerable.Repeat(value, count));
        }

        return list;
    }
}
