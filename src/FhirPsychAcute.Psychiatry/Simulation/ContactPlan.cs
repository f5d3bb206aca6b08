namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>One contact of a person: what is settled before the days are written, each by itself.</summary>
/// <param name="Hour">Hour of the year.</param>
/// <param name="Person">Number in the register; <see cref="ContactPlan.Anonymous"/> or <see cref="ContactPlan.Nobody"/>.</param>
/// <param name="Region">Number of the region.</param>
/// <param name="Line">Number in <see cref="ContactPlan.Lines"/>.</param>
/// <param name="IsAnswered">Whether somebody answers.</param>
internal readonly record struct PlannedContact(int Hour, int Person, byte Region, byte Line, bool IsAnswered);

/// <summary>Every contact of the year in order of its hour: exactly as many as were asked for, spread over the hours by chance.</summary>
internal sealed class ContactPlan
{
    /// <summary>A person who does not say who they are.</summary>
    public const int Anonymous = -1;

    /// <summary>Nobody is known: the call was not answered, or the line keeps no records.</summary>
    public const int Nobody = -2;

    /// <summary>The lines that can be called.</summary>
    public static readonly string[] Lines = ["112", "laegevagt", "1813", "pam", "civil-line", "municipal-line"];

    private readonly PlannedContact[] contacts;
    private readonly int[] firstOfHour;

    /// <summary>Draws the plan.</summary>
    public ContactPlan(SimulationSettings settings, SimulationRules rules, SimulatedDirectory directory, YearClock clock, PersonRegister register, CancellationToken cancellationToken)
    {
        var random = new RandomStream(settings.Seed, "contacts", settings.Year);
        var drawn = new PlannedContact[settings.Calls];
        var regional = clock.Hours(rules, "regional");
        var civil = clock.Hours(rules, "civil");
        for (var i = 0; i < drawn.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            drawn[i] = i < settings.CivilCalls ? Civil(civil.Draw(random), rules, directory, random) : Regional(regional.Draw(random), rules, directory, register, random);
        }

        // Stable by hour, so that the order does not depend on a sorting algorithm.
        firstOfHour = new int[clock.LocalHours.Length + 1];
        foreach (var contact in drawn)
        {
            firstOfHour[contact.Hour + 1]++;
        }

        for (var hour = 1; hour < firstOfHour.Length; hour++)
        {
            firstOfHour[hour] += firstOfHour[hour - 1];
        }

        contacts = new PlannedContact[drawn.Length];
        var next = (int[])firstOfHour.Clone();
        foreach (var contact in drawn)
        {
            contacts[next[contact.Hour]++] = contact;
        }
    }

    /// <summary>All contacts, in order of their hour.</summary>
    public ReadOnlySpan<PlannedContact> Contacts => contacts;

    /// <summary>Number of the first contact in an hour.</summary>
    public int First(int hour) => firstOfHour[hour];

    private static PlannedContact Regional(int hour, SimulationRules rules, SimulatedDirectory directory, PersonRegister register, RandomStream random)
    {
        if (random.Chance(rules.Number("person", "", "anonymous")))
        {
            return Called(hour, Anonymous, directory.ByCitizens.Draw(random), rules, directory, random);
        }

        // Those who have called before are not equally likely to call again: the product of two draws favours a few.
        var known = register.People.Count;
        var person = known > 0 && random.Chance(rules.Number("person", "", "seen-before")) ? (int)((long)random.Below(known) * (random.Below(1000) + 1) / 1000) : register.Add();
        return Called(hour, person, register.People[person].Region, rules, directory, random);
    }

    private static PlannedContact Called(int hour, int person, int region, SimulationRules rules, SimulatedDirectory directory, RandomStream random)
    {
        var line = rules.Draw("line", directory.Regions[region].Scope, random);
        var isAnswered = !random.Chance(rules.Number("unanswered", "", line));
        return new PlannedContact(hour, person, (byte)region, (byte)Array.IndexOf(Lines, line), isAnswered);
    }

    private static PlannedContact Civil(int hour, SimulationRules rules, SimulatedDirectory directory, RandomStream random)
    {
        var line = rules.Draw("line", "civil", random);
        var isAnswered = !random.Chance(rules.Number("unanswered", "", line));
        return new PlannedContact(hour, Nobody, (byte)directory.ByCitizens.Draw(random), (byte)Array.IndexOf(Lines, line), isAnswered);
    }
}
