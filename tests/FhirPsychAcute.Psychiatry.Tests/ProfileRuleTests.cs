namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The profiles' own rules, run by FHIRPath over right and wrong instances.</summary>
public sealed class ProfileRuleTests
{
    [Fact]
    public void Every_compiled_example_keeps_the_rules_of_its_profiles()
    {
        var broken = Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json")
            .SelectMany(file => ProfileRules.Broken(File.ReadAllText(file)).Select(key => $"{Path.GetFileName(file)}: {key}"));

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("cpr", "2902024000", true)]
    [InlineData("cpr", "3002024000", false)]
    [InlineData("cpr", "3104024000", false)]
    [InlineData("cpr", "290202-4000", false)]
    [InlineData("x-ecpr", "0101011AB1", true)]
    [InlineData("x-ecpr", "0101012AB1", false)]
    [InlineData("x-ecpr", "010101011AB1", false)]
    [InlineData("gln", "5790000000005", true)]
    [InlineData("gln", "5790000000006", false)]
    [InlineData("gln", "579000000000", false)]
    [InlineData("cvr", "00000019", true)]
    [InlineData("cvr", "00000018", false)]
    [InlineData("sor", "99900000001", true)]
    [InlineData("sor", "9990000000", false)]
    [InlineData("authorisation", "BXZ00", true)]
    [InlineData("authorisation", "BXA00", false)]
    public void An_identifier_is_held_to_its_form(string identifier, string value, bool accepted) =>
        Assert.Equal(accepted, ProfileRules.Accepts(identifier, value));
}
