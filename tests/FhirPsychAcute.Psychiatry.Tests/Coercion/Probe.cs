namespace FhirPsychAcute.Psychiatry.Tests.Coercion;
public sealed class Probe(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("scenario-3-ali", "ali-baelte", "2026-05-30")]
    [InlineData("scenario-3-ali", "ali-behandling", "2026-05-30")]
    [InlineData("scenario-4-kirsten", "kirsten-baelte", "2026-01-13T02:10:00+01:00")]
    [InlineData("scenario-4-kirsten", "kirsten-baelte", "2026-02-15")]
    [InlineData("scenario-4-kirsten", "kirsten-holdt", "2026-02-15")]
    [InlineData("scenario-4-kirsten", "kirsten-beroligende", "2026-02-15")]
    [InlineData("scenario-4-kirsten", "kirsten-roede-papirer", "2026-01-13T15:00:00+01:00")]
    [InlineData("scenario-4-kirsten", "kirsten-roede-papirer", "2026-03-20")]
    [InlineData("scenario-5-jonas", "jonas-holdt-1", "2026-04-01")]
    [InlineData("scenario-5-jonas", "jonas-holdt-2024", "2026-04-01")]
    [InlineData("scenario-6-lone", "lone-tilbageholdt", "2026-04-03")]
    [InlineData("scenario-6-lone", "lone-medicinering", "2026-04-03")]
    [InlineData("scenario-6-lone", "lone-medicinering", "2026-06-20")]
    [InlineData("scenario-7-peter", "peter-frivilligt-baelte", "2026-06-09T12:00:00+02:00")]
    [InlineData("scenario-7-peter", "peter-holdt", "2026-06-09T12:00:00+02:00")]
    [InlineData("scenario-7-peter", "peter-holdt", "2026-06-12")]
    [InlineData("scenario-8-sara", "sara-tilbageholdt", "2027-01-10")]
    [InlineData("scenario-8-sara", "sara-tilbageholdt", "2027-03-02")]
    public void Print(string scenario, string measure, string at)
    {
        try {
        var status = CoercionScenario.Status(scenario, measure, at);
        output.WriteLine($"## {measure} {at} {status.Count.IsCoercion} {status.Count.IsInTarget} {status.Count.Group} {status.Count.Rule?.Code} {status.Case.Age?.Years} {string.Join(',', status.Bands.Select(b => b.Indicator + "=" + b.Code))} next {status.ChangesAt:O}");
        foreach (var l in CoercionScenario.Lines(status)) output.WriteLine("\"" + l + "\",");
        } catch (Exception e) { output.WriteLine(measure + " " + e.Message); }
    }
}
