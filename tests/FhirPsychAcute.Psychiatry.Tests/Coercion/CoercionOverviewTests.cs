using FhirPsychAcute.Psychiatry.Coercion;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>What a ward's or region's list shows of the scenarios.</summary>
public sealed class CoercionOverviewTests
{
    [Theory]
    [InlineData("2027-01-10T12:00:00+01:00", "Region Østby (fiktiv)", "detention-review-weeks adviser-weekly")]
    [InlineData("2027-01-10T12:00:00+01:00", "DK-98", "")] // ended with the year
    [InlineData("2026-12-01T12:00:00+01:00", null, "")] // not begun
    public void A_region_without_a_code_goes_by_its_name(string at, string? region, string running)
    {
        var overview = CoercionOverview.Of(CoercionScenario.Set("scenario-8-sara"), DateTimeOffset.Parse(at, null), null, region, CoercionScenario.Rules);

        Assert.Equal(running, string.Join(' ', overview.Episodes.SelectMany(static episode => episode.Status.Clocks).Where(static clock => clock.State == ClockState.Running).Select(static clock => clock.Rule.Code)));
    }

    [Fact]
    public void What_is_over_stays_in_the_list_while_somebody_has_to_act()
    {
        var overview = CoercionOverview.Of(CoercionScenario.Set("scenario-7-peter"), DateTimeOffset.Parse("2026-06-10T12:00:00+02:00", null), null, null, CoercionScenario.Rules);

        var episode = Assert.Single(overview.Episodes);
        Assert.False(episode.Status.Case.IsOpen);
        Assert.Equal("adviser-first-visit", Assert.Single(episode.ToDo).Rule.Code);
        Assert.Equal("Afsnit E1 (fiktivt)", overview.NameOf(episode.Ward));
    }
}
