using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>A scenario of <c>examples/</c> as the rules see it.</summary>
internal static class CoercionScenario
{
    public static CoercionRules Rules { get; } = new(new RuleFolder());

    /// <summary>The resources of a scenario.</summary>
    public static ResourceSet Set(string scenario) => ResourceSet.OfBundle(ProfileRules.Parse(File.ReadAllText(Checkout.Locate($"examples/{scenario}/transaction.json"))));

    /// <summary>The resources of a Bundle of the test's own, without fullUrls by <c>Type/id</c>.</summary>
    public static ResourceSet Own(params string[] resources) => new(resources.Select(static json => ProfileRules.Parse(json)));

    /// <summary>What the rules say of the measure with that example identifier at that time.</summary>
    public static CoercionStatus Status(string scenario, string identifier, string at)
    {
        var set = Set(scenario);
        var procedure = set.OfType("Procedure").Single(one => one.Root.Child("identifier").ChildValue("value") == identifier);
        return Status(set, set.AddressOf(procedure), at);
    }

    public static CoercionStatus Status(ResourceSet set, string address, string at, CoercionRules? rules = null)
    {
        Assert.True(DateRange.TryParse(Encoding.UTF8.GetBytes(at), DanishTime.Zone, out var range));
        return CoercionStatus.Of(new CaseReader(set, range.From).Of(address)!, rules ?? Rules);
    }

    /// <summary>The clocks as lines: <c>rule: state due done</c>, those left out that do not apply.</summary>
    public static List<string> Lines(CoercionStatus status) => [.. status.Clocks
        .Where(static clock => clock.State is not (ClockState.NotApplicable or ClockState.Waiting))
        .Select(static clock => string.Join(' ', new[]
        {
            $"{clock.Rule.Code}:",
            StatusAnswer.StateCode(clock.State),
            clock.Due?.Fhir,
            clock.Done is { } done ? $"done {DanishTime.Text(done)}" : null,
            clock.Late is { } late ? $"late {late}" : null,
            clock.Times > 1 ? $"x{clock.Times}" : null,
            clock.NeedsActor ? "ACT" : null,
        }.OfType<string>()))];

    /// <summary>The clock of a rule in Danish; the last where there are several.</summary>
    public static string Danish(CoercionStatus status, string rule) => status.Clocks.Last(clock => clock.Rule.Code == rule).Sentence.In(Language.Danish);

    /// <summary>The clock of a rule in English; the last where there are several.</summary>
    public static string English(CoercionStatus status, string rule) => status.Clocks.Last(clock => clock.Rule.Code == rule).Sentence.In(Language.English);
}
