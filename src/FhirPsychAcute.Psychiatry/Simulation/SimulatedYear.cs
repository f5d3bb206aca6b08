using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>
/// A synthetic Danish year of acute psychiatry: directory, people, calls with what follows from them, coercion. It comes in parts that are independent of each
/// other, so any number of threads may write them; each part is the same bytes whichever thread writes it.
/// </summary>
public sealed class SimulatedYear
{
    private const int PeoplePerPart = 10_000;
    private const int InpatientsPerPart = 250;
    private readonly SimulationSettings settings;
    private readonly SimulationRules rules;
    private readonly SimulatedDirectory directory;
    private readonly YearClock clock;
    private readonly PersonRegister register;
    private readonly ContactPlan plan;
    private readonly CoercionPlan coercion;
    private readonly CoercionClocks clocks;
    private readonly List<Action<SimulationScribe>> parts = [];

    /// <summary>Draws the plan of the year; the resources are made part by part.</summary>
    /// <param name="settings">Year, counts, seed.</param>
    /// <param name="folder">The dated tables; simulation.csv has the distributions.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    /// <exception cref="RuleException">A table lacks something.</exception>
    public SimulatedYear(SimulationSettings settings, RuleFolder folder, CancellationToken cancellationToken = default)
    {
        settings.Check();
        this.settings = settings;
        rules = new SimulationRules(folder, settings.Year);
        clock = new YearClock(settings.Year);
        directory = SimulatedDirectory.Of(settings, rules);
        register = new PersonRegister(rules, directory, settings.Year, new RandomStream(settings.Seed, "people", settings.Year));

        // Inpatients come first in the register, so that people who are admitted are also among those who call.
        coercion = new CoercionPlan(settings, rules, directory, register);
        clocks = new CoercionClocks(rules);
        plan = new ContactPlan(settings, rules, directory, clock, register, cancellationToken);

        parts.Add(scribe => new DirectoryWriter(scribe, rules, directory).Write());
        for (var from = 0; from < register.People.Count; from += PeoplePerPart)
        {
            var first = from;
            parts.Add(scribe => People(scribe, first));
        }

        for (var hour = 0; hour < clock.LocalHours.Length;)
        {
            var (first, day) = (hour, clock.LocalHours[hour].Date);
            while (hour < clock.LocalHours.Length && clock.LocalHours[hour].Date == day)
            {
                hour++;
            }

            var end = hour;
            parts.Add(scribe => Day(scribe, first, end));
        }

        for (var from = 0; from < coercion.Inpatients.Count; from += InpatientsPerPart)
        {
            var first = from;
            parts.Add(scribe => Inpatients(scribe, first));
        }
    }

    /// <summary>Stays and contacts in an offer.</summary>
    internal static SimulatedKind StayKind { get; } = new("Encounter", "Encounter-stay");

    /// <summary>
    /// Everything that is written, in an order in which most resources come after those that they refer to. Stays stand by themselves: a server that counts the nights of a person
    /// searches for each of them, which among the calls would cost it its ease with many writes.
    /// </summary>
    public static IReadOnlyList<SimulatedKind> Kinds { get; } =
    [
        .. ((string[])["Organization", "Location", "HealthcareService", "PractitionerRole", "Patient", "RelatedPerson", "Encounter", "Procedure", "Observation", "RiskAssessment", "ServiceRequest"])
            .Select(static type => new SimulatedKind(type, type)),
        StayKind,
        .. ((string[])["Task", "QuestionnaireResponse", "MedicationAdministration", "CareTeam"]).Select(static type => new SimulatedKind(type, type)),
    ];

    /// <summary>How many parts there are. The first is the directory; people come before calls.</summary>
    public int Parts => parts.Count;

    /// <summary>Makes the resources of one part.</summary>
    /// <param name="part">0 to <see cref="Parts"/> - 1.</param>
    /// <param name="sink">Takes them, in an order that never changes.</param>
    public void Write(int part, ISimulationSink sink)
    {
        using var scribe = new SimulationScribe(settings.Prefix, clock, sink);
        parts[part](scribe);
    }

    private void People(SimulationScribe scribe, int first)
    {
        var writer = new PatientWriter(scribe, directory);
        for (var number = first; number < Math.Min(first + PeoplePerPart, register.People.Count); number++)
        {
            writer.Write(register.People[number]);
        }
    }

    private void Day(SimulationScribe scribe, int firstHour, int endHour)
    {
        var random = new RandomStream(settings.Seed, "day", ((long)settings.Year << 16) + firstHour);
        var calls = new CallWriter(scribe, rules, random);
        var assessments = new AssessmentWriter(scribe, rules, random);
        var referrals = new ReferralWriter(scribe, rules, assessments, random);
        var experiences = new ExperienceWriter(scribe, rules, random);
        var people = new PatientWriter(scribe, directory);
        for (var hour = firstHour; hour < endHour; hour++)
        {
            for (var number = plan.First(hour); number < plan.First(hour + 1); number++)
            {
                var contact = plan.Contacts[number];
                var start = clock.At((hour * 3600L) + random.Below(3600));
                var id = string.Create(CultureInfo.InvariantCulture, $"{settings.Prefix}c{number + 1:D7}");
                var story = calls.Write(id, contact, start, Person(contact, id, start));
                if (story is null)
                {
                    continue;
                }

                if (story.Person.IsAnonymous)
                {
                    people.WriteAnonymous(id);
                }

                assessments.Write(story);
                experiences.Write(story, referrals.Write(story));
            }
        }
    }

    private void Inpatients(SimulationScribe scribe, int first)
    {
        for (var number = first; number < Math.Min(first + InpatientsPerPart, coercion.Inpatients.Count); number++)
        {
            var inpatient = coercion.Inpatients[number];
            var random = new RandomStream(settings.Seed, "inpatient", ((long)settings.Year << 32) + number);
            var person = register.People[inpatient.Person];
            var region = directory.Regions[person.Region];
            var wards = DirectoryWriter.Wards;
            var ward = region.Part(inpatient.IsChild ? wards[^1] : wards[random.Below(wards.Length - 1)]);
            var id = string.Create(CultureInfo.InvariantCulture, $"{settings.Prefix}i{number + 1:D6}");
            var admitted = new AdmittedPerson(inpatient, id, $"Patient/{PatientWriter.Id(settings.Prefix, person.Number)}", person.BirthYear, region, ward);
            var schedule = new AdmissionSchedule(inpatient, rules, clock, random);
            new CoercionWriter(scribe, rules, clocks, random).Write(admitted, schedule);
            new RightsWriter(scribe, rules, random).Write(admitted, schedule);
        }
    }

    private PersonInNeed Person(PlannedContact contact, string id, DateTimeOffset start)
    {
        var region = directory.Regions[contact.Region];
        if (contact.Person < 0)
        {
            // Whose home is not known asks the municipality that the hour points at.
            var patient = contact.Person == ContactPlan.Nobody ? null : $"Patient/{id}";
            return new PersonInNeed(region, region.Municipalities[contact.Hour % region.Municipalities.Count], patient, patient is not null, IsChild: false);
        }

        var person = register.People[contact.Person];
        return new PersonInNeed(region, region.Municipalities[person.Municipality], $"Patient/{PatientWriter.Id(settings.Prefix, person.Number)}", IsAnonymous: false, IsChild(person, start));
    }

    // Born on what would be 29 February: 18 from 1 March on.
    private static bool IsChild(SimulatedPerson person, DateTimeOffset start)
    {
        var day = DanishTime.Day(start);
        return day.Year - person.BirthYear - (day.Month < 3 ? 1 : 0) < 18;
    }
}
