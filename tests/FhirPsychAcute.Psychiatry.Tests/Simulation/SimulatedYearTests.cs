using System.Collections.Concurrent;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

public sealed class SimulatedYearTests
{
    // A change of this digest means that a seed stands for another year than before, by the code or by a row of simulation.csv, regions.csv or population.csv.
    [Fact]
    public void The_same_seed_is_the_same_bytes() => Assert.Equal("c427e7aac31ea4a40758af3efb69adb96efcb226", Collected.Year(60, 20).Digest[..40]);

    [Fact]
    public void Another_seed_is_another_year() => Assert.NotEqual(Collected.Year(50, seed: 1).Digest, Collected.Year(50, seed: 2).Digest);

    [Fact]
    public void The_order_in_which_the_parts_are_made_does_not_matter()
    {
        var year = new SimulatedYear(new SimulationSettings(2026, 400, 100, 40, 7), new RuleFolder());
        var parts = new ConcurrentDictionary<int, string>();

        Parallel.For(0, year.Parts, part =>
        {
            var sink = new Collected();
            year.Write(year.Parts - 1 - part, sink);
            parts[year.Parts - 1 - part] = sink.Digest;
        });

        for (var part = 0; part < year.Parts; part++)
        {
            var again = new Collected();
            year.Write(part, again);
            Assert.Equal(parts[part], again.Digest);
        }
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1000, 700)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void There_are_exactly_as_many_contacts_as_were_asked_for(int calls, int civil)
    {
        var contacts = Collected.Year(calls, civil).Of("Encounter", "call").Where(call => !call.Child("partOf").Exists).ToList();

        Assert.Equal(calls, contacts.Count);
        Assert.Equal(civil, contacts.Count(call => Line(call) is "civil-line" or "municipal-line"));
    }

    [Fact]
    public void No_id_is_given_twice_and_every_reference_leads_to_a_resource()
    {
        var year = Collected.Year(600, 100, 120);
        var ids = year.Resources.Select(resource => $"{resource.Type}/{resource.Id}").ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);

        Assert.Equal(ids.Count, known.Count);
        Assert.All(year.Resources, resource => Assert.All(References(resource.Json), reference => Assert.Contains(reference, known)));
    }

    [Fact]
    public void Every_kind_is_written_and_has_its_place_in_the_order_of_loading() =>
        Assert.Equal(SimulatedYear.Kinds.ToHashSet(), Collected.Year(900, 100, 120).Kinds);

    [Fact]
    public void Everything_is_valid_by_the_profiles_of_the_guide()
    {
        var year = Collected.Year(1500, 250, 150);

        Assert.True(year.Resources.Count > 3000, $"{year.Resources.Count}");
        Assert.All(year.Resources, resource => Assert.True(GuideValidator.Errors(resource.Json) is [], $"{resource.Id}: {string.Join(", ", GuideValidator.Errors(resource.Json))}"));
    }

    [Fact]
    public void Only_Region_Hovedstaden_has_1813_and_it_has_no_laegevagt()
    {
        var calls = Collected.Year(2000).Of("Encounter", "call").ToList();

        Assert.All(calls.Where(call => Line(call) == "1813"), call => Assert.Equal("Organization/sim2026-1-r3-1813", call.Child("serviceProvider").ChildValue("reference")));
        Assert.DoesNotContain(calls, call => call.Child("serviceProvider").ChildValue("reference") == "Organization/sim2026-1-r3-laegevagt");
    }

    [Fact]
    public void In_2027_Region_Oestdanmark_has_taken_over_from_two_regions()
    {
        var regions = Collected.Year(0, year: 2027).Of("Organization", "region").ToDictionary(region => region.ChildValue("name")!, StringComparer.Ordinal);

        Assert.Equal("false", regions["Region Hovedstaden (simuleret)"].ChildValue("active"));
        Assert.Equal("true", regions["Region Østdanmark (simuleret)"].ChildValue("active"));
        Assert.Equal(2, regions["Region Østdanmark (simuleret)"].ChildrenNamed("extension").ToList().Count(extension => extension.ChildValue("url") == Guide.Structure("succeeds")));
    }

    [Fact]
    public void A_line_of_civil_society_knows_no_person_and_refers_nobody()
    {
        var year = Collected.Year(500, 500);

        Assert.All(year.Of("Encounter", "call"), call => Assert.False(call.Child("subject").Exists));
        Assert.DoesNotContain(year.Resources, resource => resource.Type is "ServiceRequest" or "Patient" or "RiskAssessment");
    }

    [Theory]
    [InlineData(2022, 10, 0)]
    [InlineData(2100, 10, 0)]
    [InlineData(2026, 10_000_001, 0)]
    [InlineData(2026, 10, 11)]
    public void What_is_out_of_range_is_refused(int year, int calls, int civil) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedYear(new SimulationSettings(year, calls, civil, null, 1), new RuleFolder()));

    private static string? Line(Element call) => call.ChildrenNamed("type").ToList()[0].ChildrenNamed("coding").ToList()[0].ChildValue("code");

    private static IEnumerable<string> References(string json)
    {
        const string start = "\"reference\":\"";
        for (var at = json.IndexOf(start, StringComparison.Ordinal); at >= 0; at = json.IndexOf(start, at + 1, StringComparison.Ordinal))
        {
            var from = at + start.Length;
            yield return json[from..json.IndexOf('"', from)];
        }
    }
}
