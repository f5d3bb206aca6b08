using System.Globalization;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>What a simulated person is known by.</summary>
internal enum PersonIdentifier : byte
{
    /// <summary>A CPR number that nobody can have.</summary>
    Cpr,

    /// <summary>A national replacement number on a day that never was.</summary>
    Replacement,

    /// <summary>A local pseudonym.</summary>
    Pseudonym,
}

/// <summary>A simulated person.</summary>
/// <param name="Number">Number in the register.</param>
/// <param name="Region">Number of the region in <see cref="SimulatedDirectory.Regions"/>.</param>
/// <param name="Municipality">Number of the municipality in the region.</param>
/// <param name="BirthYear">Born in February of that year, which was no leap year.</param>
/// <param name="IsFemale">Gender, which the last digit of a CPR number tells.</param>
/// <param name="Identifier">What the person is known by.</param>
/// <param name="Serial">Which of the numbers of that kind.</param>
/// <param name="IsProtected">Whether name and address are protected.</param>
internal readonly record struct SimulatedPerson(
    int Number, byte Region, byte Municipality, short BirthYear, bool IsFemale, PersonIdentifier Identifier, int Serial, bool IsProtected);

/// <summary>
/// Gives out fictitious people. Everybody is "born" on 29 February of a year that had none, so that no CPR number here can ever belong to anybody
/// (examples/README.md), and no number is given twice.
/// </summary>
internal sealed class PersonRegister(SimulationRules rules, SimulatedDirectory directory, int year, RandomStream random)
{
    private const int NumbersPerDigitAndGender = 500;
    private const int ReplacementNumbers = 2 * 26 * 26 * 10;

    // Coprime to every capacity, so that consecutive people do not have consecutive numbers.
    private const int Stride = 1361;
    private readonly List<SimulatedPerson> people = [];
    private readonly Dictionary<(int BirthYear, bool IsFemale), int> given = [];
    private readonly Dictionary<int, int> replacements = [];

    /// <summary>Everybody so far.</summary>
    public IReadOnlyList<SimulatedPerson> People => people;

    /// <summary>One more person, of any age by the weights of simulation.csv.</summary>
    public int Add()
    {
        var range = rules.Draw("age", "", random).Split('-');
        var (from, to) = (int.Parse(range[0], CultureInfo.InvariantCulture), int.Parse(range[1], CultureInfo.InvariantCulture));
        return Add(from + random.Below(to - from + 1), directory.ByCitizens.Draw(random));
    }

    /// <summary>One more person, who becomes that old in the year; where that would be a leap year's birth, a year older, or younger.</summary>
    public int Add(int age, int region, bool mayBeOlder = true)
    {
        var birthYear = year - age;
        if (DateTime.IsLeapYear(birthYear))
        {
            birthYear += mayBeOlder ? -1 : 1;
        }

        var isFemale = rules.Draw("gender", "", random) == "female";
        var (identifier, serial) = random.Chance(rules.Number("person", "", "replacement-number")) ? Replacement(birthYear) : Number(birthYear, isFemale);
        var isProtected = random.Chance(rules.Number("person", "", "protected-address"));
        var municipality = random.Below(directory.Regions[region].Municipalities.Count);
        people.Add(new SimulatedPerson(people.Count, (byte)region, (byte)municipality, (short)birthYear, isFemale, identifier, serial, isProtected));
        return people.Count - 1;
    }

    /// <summary>A CPR number on 29 February of a year without one: no number like it was or will be issued.</summary>
    public static string CprNumber(SimulatedPerson person)
    {
        var digits = CenturyDigits(person.BirthYear);
        var position = (int)((long)person.Serial * Stride % (digits.Length * NumbersPerDigitAndGender));
        var last = (position % NumbersPerDigitAndGender * 2) + (person.IsFemale ? 0 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"2902{person.BirthYear % 100:D2}{digits[position / NumbersPerDigitAndGender]}{last:D3}");
    }

    /// <summary>A replacement number (X-eCPR) on the same day that never was.</summary>
    public static string ReplacementNumber(SimulatedPerson person)
    {
        var position = (int)((long)person.Serial * Stride % ReplacementNumbers);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"2902{person.BirthYear % 100:D2}{(position / (26 * 26 * 10) == 0 ? '1' : '7')}{(char)('A' + (position / (26 * 10) % 26))}{(char)('A' + (position / 10 % 26))}{position % 10}");
    }

    private (PersonIdentifier Identifier, int Serial) Number(int birthYear, bool isFemale)
    {
        var serial = given.GetValueOrDefault((birthYear, isFemale));
        if (serial >= CenturyDigits(birthYear).Length * NumbersPerDigitAndGender)
        {
            return Replacement(birthYear);
        }

        given[(birthYear, isFemale)] = serial + 1;
        return (PersonIdentifier.Cpr, serial);
    }

    private (PersonIdentifier Identifier, int Serial) Replacement(int birthYear)
    {
        // By the two digits of the year, which is all that the number shows.
        var serial = replacements.GetValueOrDefault(birthYear % 100);
        if (serial >= ReplacementNumbers)
        {
            return (PersonIdentifier.Pseudonym, people.Count);
        }

        replacements[birthYear % 100] = serial + 1;
        return (PersonIdentifier.Replacement, serial);
    }

    // The seventh digit tells the century (CPR-kontoret, Personnummeret i CPR).
    private static string CenturyDigits(int birthYear) => birthYear switch { < 1937 => "0123", < 2000 => "012349", < 2037 => "456789", _ => "5678" };
}
