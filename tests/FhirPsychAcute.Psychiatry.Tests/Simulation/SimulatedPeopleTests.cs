using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

public sealed class SimulatedPeopleTests
{
    private const string Cpr = "urn:oid:1.2.208.176.1.2";

    [Fact]
    public void No_CPR_number_can_belong_to_a_person_and_none_is_given_twice()
    {
        var numbers = Collected.Year(6000, coercion: 800).Of("Patient")
            .SelectMany(patient => patient.ChildrenNamed("identifier").ToList().Where(identifier => identifier.ChildValue("system") == Cpr).Select(identifier => (Number: identifier.ChildValue("value")!, patient)))
            .ToList();

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Count, numbers.DistinctBy(person => person.Number, StringComparer.Ordinal).Count());
        Assert.All(numbers, person =>
        {
            // 29 February of a year that had none, in the century that the seventh digit tells.
            var year = Year(person.Number);
            Assert.Equal("2902", person.Number[..4]);
            Assert.False(DateTime.IsLeapYear(year), person.Number);
            Assert.Equal($"{year}-02", person.patient.ChildValue("birthDate"));
            Assert.Equal(person.patient.ChildValue("gender") == "female" ? 0 : 1, (person.Number[9] - '0') % 2);
        });
    }

    [Fact]
    public void A_register_that_has_given_out_all_numbers_of_a_year_goes_on_with_replacement_numbers()
    {
        var rules = new SimulationRules(new RuleFolder(), 2026);
        var directory = SimulatedDirectory.Of(new SimulationSettings(2026, 0, 0, 0, 1), rules);
        var register = new PersonRegister(rules, directory, 2026, new RandomStream(1, "people"));
        for (var i = 0; i < 25_000; i++)
        {
            register.Add(45, 0);
        }

        var people = register.People;
        Assert.Equal(6000, people.Count(person => person.Identifier == PersonIdentifier.Cpr));
        Assert.Equal(6000, people.Where(person => person.Identifier == PersonIdentifier.Cpr).Select(PersonRegister.CprNumber).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(13_520, people.Where(person => person.Identifier == PersonIdentifier.Replacement).Select(PersonRegister.ReplacementNumber).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5480, people.Count(person => person.Identifier == PersonIdentifier.Pseudonym));
    }

    [Fact]
    public void Who_is_anonymous_has_a_pseudonym_and_nothing_else()
    {
        var anonymous = Collected.Year(500).Of("Patient").Where(patient => patient.ChildrenNamed("identifier").ToList()[0].ChildValue("system") == Guide.Identifiers("pseudonym")).ToList();

        Assert.NotEmpty(anonymous);
        Assert.All(anonymous, patient => Assert.False(patient.Child("name").Exists || patient.Child("address").Exists || patient.Child("birthDate").Exists));
    }

    // CPR-kontoret, "Personnummeret i CPR": the seventh digit and the year tell the century.
    private static int Year(string number)
    {
        var year = int.Parse(number.AsSpan(4, 2), CultureInfo.InvariantCulture);
        return number[6] switch
        {
            <= '3' => 1900 + year,
            '4' or '9' => (year <= 36 ? 2000 : 1900) + year,
            _ => (year <= 57 ? 2000 : 1800) + year,
        };
    }
}
