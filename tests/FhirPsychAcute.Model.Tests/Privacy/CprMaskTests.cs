namespace FhirPsychAcute.Model.Tests.Privacy;

public sealed class CprMaskTests
{
    [Theory]
    [InlineData("2902024000", "**********")]
    [InlineData("290202-4000", "**********")]
    [InlineData("290202 4000", "**********")]
    [InlineData("290202%2D4000", "**********")]
    [InlineData("identifier=urn:oid:1.2.208.176.1.2|2902024000&_count=1", "identifier=urn:oid:1.2.208.176.1.2|**********&_count=1")]
    [InlineData("a 2902024000, b 2902024000", "a **********, b **********")]
    [InlineData("value '310299 9999'.", "value '**********'.")]
    [InlineData("eCPR 0101701AB3", "eCPR **********")]
    public void What_has_the_shape_of_a_cpr_number_is_masked(string text, string masked)
    {
        Assert.Equal(masked, CprMask.Apply(text));
    }

    [Theory]
    [InlineData("29020240001")]
    [InlineData("123456789")]
    [InlineData("01a200a2-7ba5-7c7d-9b45-a15d772b664e")]
    [InlineData("2026-01-12T10:00:00.123456")]
    [InlineData("Patient")]
    [InlineData("SOR 325421000016001")]
    [InlineData("phone +45 20000001")]
    [InlineData("id 6220b42d-c4fd-4c77-bae7-78e7d890dc8d")]
    [InlineData("2026-11-21T23:59:59.000Z, line 1, column 1048576")]
    public void Other_text_stays(string text)
    {
        Assert.Equal(text, CprMask.Apply(text));
    }

    [Theory]
    [InlineData("0101010101", true)]
    [InlineData("010101-0101", true)]
    [InlineData("6101010101", true)]
    [InlineData("3201010101", false)]
    [InlineData("0113010101", false)]
    [InlineData("1234567890", false)]
    [InlineData("01010101011", false)]
    [InlineData("a101010101", false)]
    public void Ids_that_are_cpr_numbers_are_known_by_day_and_month(string id, bool isCpr)
    {
        Assert.Equal(isCpr, CprMask.IsCprNumber(id));
    }

    [Theory]
    [InlineData("0101010000", true)]
    [InlineData("010101-0000", true)]
    [InlineData("urn:oid:1.2.208.176.1.2|0101010000", true)]
    [InlineData("x010101 0000y", true)]
    [InlineData("01010100001", false)]
    [InlineData("010101-00001", false)]
    [InlineData("010101000", false)]
    [InlineData("2026-01-01T10:00:00", false)]
    [InlineData("12345678", false)]
    public void What_may_be_a_CPR_number_is_recognised(string text, bool expected) => Assert.Equal(expected, CprMask.IsIn(text));
}
