using System.Globalization;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>What holds for any measure, whenever it was reviewed and whenever one asks.</summary>
public sealed class ClockProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 27, 21, 17, 0, TimeSpan.FromHours(1));

    // A measure, hours after its start at which something was done, whether and when it ended, when one asks, how much later one asks again (in thousandths of the time until it changes).
    private static readonly Arbitrary<(string Measure, int[] Done, int? Ends, int At, int Later)> Courses = Arb.From(
        from measure in Gen.Elements("baelte", "tvangstilbageholdelse", "tvangsmedicinering", "fastholdelse", "personlig-skaermning")
        from done in Gen.Choose(1, 1500).ListOf()
        from ends in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 1500).Select(static hours => (int?)hours)))
        from at in Gen.Choose(0, 2000)
        from later in Gen.Choose(0, 999)
        select (measure, done.ToArray(), ends, at, later));

    [Fact]
    public void Until_it_says_that_it_changes_nothing_changes() => Prop.ForAll(Courses, static course =>
    {
        // What is known when one asks is all that is known later.
        var at = Start.AddHours(course.At);
        var known = course.Done.Where(hours => hours <= course.At).ToArray();
        int? ends = course.Ends <= course.At ? course.Ends : null;
        var set = Set(course.Measure, known, ends);
        var now = Status(set, at);
        var until = now.ChangesAt ?? at.AddYears(1);
        var then = Status(set, at + TimeSpan.FromSeconds((long)((until - at).TotalSeconds * course.Later / 1000)));
        return until > at && States(now).SequenceEqual(States(then), StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_open_measure_with_a_duty_that_comes_again_has_always_something_due_next() => Prop.ForAll(Courses, static course =>
        course.Measure is not ("tvangstilbageholdelse" or "tvangsmedicinering")
        || Status(Set(course.Measure, course.Done.Where(hours => hours <= course.At).ToArray(), null), Start.AddHours(course.At)).Next is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_over_needs_no_review_any_more() => Prop.ForAll(Courses, static course =>
        course.Ends is not { } ends
        || Status(Set(course.Measure, course.Done, ends), Start.AddHours(Math.Max(course.At, ends))).Clocks.All(static clock =>
            clock.Rule.Kind is not (RuleKind.Review or RuleKind.ExternalReview or RuleKind.Note or RuleKind.Limit) || !clock.NeedsActor)).QuickCheckThrowOnFailure();

    [Fact]
    public void Lateness_is_told_exactly_where_something_was_late() => Prop.ForAll(Courses, static course =>
        Status(Set(course.Measure, course.Done, course.Ends), Start.AddHours(course.At)).Clocks.All(static clock =>
            clock.State is ClockState.MetLate or ClockState.Overdue ? clock.Late >= TimeSpan.Zero && clock.Due is not null : clock.State is not (ClockState.Met or ClockState.Running) || clock.Late is null)).QuickCheckThrowOnFailure();

    private static CoercionStatus Status(ResourceSet set, DateTimeOffset at) => CoercionStatus.Of(new CaseReader(set, at).Of("Procedure/1")!, CoercionScenario.Rules);

    private static IEnumerable<string> States(CoercionStatus status) => status.Clocks.Select(static clock => $"{clock.Rule.Code} {clock.State} {clock.Due?.Fhir} {clock.Times} {clock.NeedsActor}").Append(status.Count.IsCoercion ? "coercion" : "none");

    private static ResourceSet Set(string measure, int[] done, int? ends)
    {
        var review = measure switch { "baelte" => "laegelig-vurdering", "tvangsmedicinering" => "medicin-tilbudt", _ => "efterproevelse" };
        var procedure = $$"""
            {"resourceType":"Procedure","id":"1","status":"{{(ends is null ? "in-progress" : "completed")}}","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"{{measure}}"}]},
             "subject":{"reference":"Patient/1"},"performedPeriod":{"start":"{{Time(0)}}"{{(ends is { } hours ? $",\"end\":\"{Time(hours)}\"" : "")}} } }
            """;
        var notes = done.Select((hour, index) => $$"""
            {"resourceType":"Observation","id":"{{index}}","status":"final","partOf":[{"reference":"Procedure/1"}],"code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-observation","code":"{{(index % 4 == 3 && measure == "baelte" ? "ekstern-vurdering" : review)}}"}]},"effectiveDateTime":"{{Time(hour)}}"}
            """);
        return CoercionScenario.Own([procedure, .. notes]);
    }

    private static string Time(int hours) => Start.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
