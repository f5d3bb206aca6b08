namespace FhirPsychAcute.Cli.Tests;

public sealed class CprMaskTests
{
    [Theory]
    [InlineData("Patient 010170-9999 is unknown", "Patient ******-**** is unknown")]
    [InlineData("Patient 0101709999 is unknown", "Patient ******-**** is unknown")]
    [InlineData("value '310299 9999'.", "value '******-****'.")]
    [InlineData("eCPR 0101701AB3", "eCPR ******-****")]
    [InlineData("urn:oid:1.2.208.176.1.2|0101709999", "urn:oid:1.2.208.176.1.2|******-****")]
    public void A_CPR_number_is_masked(string text, string masked) => Assert.Equal(masked, CprMask.Apply(text));

    [Theory]
    [InlineData("SOR 325421000016001")]
    [InlineData("phone +45 20000001")]
    [InlineData("id 6220b42d-c4fd-4c77-bae7-78e7d890dc8d")]
    [InlineData("2026-11-21T23:59:59.000Z, line 1, column 1048576")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, CprMask.Apply(text));
}
