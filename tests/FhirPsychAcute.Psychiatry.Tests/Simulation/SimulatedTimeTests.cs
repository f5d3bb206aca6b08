using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

public sealed class SimulatedTimeTests
{
    [Theory]
    [InlineData(2026, 8760)]
    [InlineData(2028, 8784)]
    public void A_year_has_as_many_hours_as_pass(int year, int hours) => Assert.Equal(hours, new YearClock(year).LocalHours.Length);

    [Fact]
    public void The_night_in_March_has_no_hour_from_2_and_the_one_in_October_has_two()
    {
        var hours = new YearClock(2026).LocalHours;

        Assert.Equal(23, hours.Count(hour => hour.Date == new DateTime(2026, 3, 29)));
        Assert.DoesNotContain(hours, hour => hour == new DateTime(2026, 3, 29, 2, 0, 0));
        Assert.Equal(25, hours.Count(hour => hour.Date == new DateTime(2026, 10, 25)));
        Assert.Equal(2, hours.Count(hour => hour == new DateTime(2026, 10, 25, 2, 0, 0)));
    }

    [Fact]
    public void Every_call_begins_in_the_year_on_a_Danish_clock_that_exists()
    {
        var starts = Collected.Year(4000, 2000).Of("Encounter", "call").Where(call => !call.Child("partOf").Exists).Select(call => call.Child("period").ChildValue("start")!).ToList();

        Assert.All(starts, start => Assert.StartsWith("2026-", start, StringComparison.Ordinal));
        Assert.All(starts, start => Assert.Equal(start, DanishTime.Text(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture))));
        Assert.Equal(2, starts.Select(start => start[^6..]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_hours_of_the_day_are_called_in_as_the_weights_say()
    {
        var calls = Collected.Year(20_000, 20_000).Of("Encounter", "call").ToList();
        var evening = calls.Count(call => call.Child("period").ChildValue("start")![11..13] == "21");
        var morning = calls.Count(call => call.Child("period").ChildValue("start")![11..13] == "05");

        // 72 and 6 of 924: 1558 and 130 of 20,000, give or take four standard deviations.
        Assert.InRange(evening, 1407, 1710);
        Assert.InRange(morning, 85, 176);
    }

    [Fact]
    public void A_distribution_without_a_row_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("rules-");
        try
        {
            var rows = File.ReadAllLines(Checkout.Locate("profiles/rules/simulation.csv")).Where(line => !line.StartsWith("drug,", StringComparison.Ordinal));
            File.WriteAllLines(Path.Combine(folder.FullName, "simulation.csv"), rows);
            var year = new SimulatedYear(new SimulationSettings(2026, 0, 0, 400, 1), new RuleFolder(folder.FullName));

            var fault = Assert.Throws<RuleException>(() =>
            {
                for (var part = 0; part < year.Parts; part++)
                {
                    year.Write(part, new Collected());
                }
            });
            Assert.Equal("simulation.csv has no row 'drug' for '' in 2026.", fault.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
