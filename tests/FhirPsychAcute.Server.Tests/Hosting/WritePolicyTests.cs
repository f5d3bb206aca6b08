namespace FhirPsychAcute.Server.Tests;

public sealed class WritePolicyTests
{
    [Theory]
    [InlineData("https://fhirpsychacute.dk/ig/StructureDefinition/a", ValidationLevel.Enforce)]
    [InlineData("https://fhirpsychacute.dk/ig/StructureDefinition/draft|1", ValidationLevel.Off)]
    [InlineData("http://hl7.dk/fhir/core/StructureDefinition/b", ValidationLevel.Warn)]
    public void The_longest_beginning_decides(string canonical, object level)
    {
        var policy = WritePolicy.Parse("*=warn https://fhirpsychacute.dk/ig/*=enforce https://fhirpsychacute.dk/ig/StructureDefinition/draft=off");

        Assert.Equal((ValidationLevel)level, policy.LevelOf(System.Text.Encoding.UTF8.GetBytes(canonical)));
    }

    [Fact]
    public void A_level_alone_holds_for_all_profiles()
    {
        Assert.Equal(ValidationLevel.Enforce, WritePolicy.Parse("enforce").LevelOf("http://example.org/x"u8));
    }

    [Fact]
    public void Profiles_that_nothing_is_said_of_are_off()
    {
        Assert.Equal(ValidationLevel.Off, WritePolicy.Parse("http://a/=enforce").LevelOf("http://b/"u8));
        Assert.False(WritePolicy.Parse("").IsActive);
        Assert.False(WritePolicy.Parse("off").IsActive);
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("http://a/=perhaps")]
    public void What_is_no_rule_is_told_the_operator(string text)
    {
        Assert.Contains("Validation:OnWrite", Assert.Throws<FormatException>(() => WritePolicy.Parse(text)).Message, StringComparison.Ordinal);
    }
}
