using System.Globalization;
using FhirPsychAcute.FhirPath.Ucum;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.FhirPath.Tests.Ucum;

public sealed class UcumServiceTests
{
    [Theory]
    [InlineData("37", "Cel", "[degF]", "98.6")]
    [InlineData("98.6", "[degF]", "Cel", "37")]
    [InlineData("0", "K", "Cel", "-273.15")]
    [InlineData("1", "kg", "g", "1000")]
    [InlineData("3", "h", "min", "180")]
    [InlineData("120", "mm[Hg]", "kPa", "15.998640")]
    [InlineData("1", "[in_i]", "cm", "2.54")]
    [InlineData("7", "[pH]", "mol/L", "0.0000001")]
    public void Convert_gives_the_same_amount_in_another_unit(string value, string from, string to, string expected)
    {
        Assert.True(UcumService.TryConvert(Number(value), from, to, out var converted));
        Assert.Equal(Number(expected), decimal.Round(converted, 9));
    }

    [Theory]
    [InlineData("kg", "m")]
    [InlineData("[IU]", "mg")]
    [InlineData("[arb'U]", "[IU]")]
    public void Convert_between_different_dimensions_is_refused(string from, string to)
    {
        Assert.False(UcumService.TryConvert(1, from, to, out _));
        Assert.Null(UcumService.Compare(1, from, 1, to));
    }

    [Theory]
    [InlineData("mg/dL", "10", "g.m-3")]
    [InlineData("min", "60", "s")]
    [InlineData("%", "0.01", "1")]
    [InlineData("{score}", "1", "1")]
    public void Canonicalise_reduces_to_base_units(string code, string value, string canonical)
    {
        Assert.True(UcumService.TryCanonicalise(1, code, out var canonicalValue, out var canonicalCode));
        Assert.Equal(canonical, canonicalCode);
        Assert.Equal(Number(value), canonicalValue);
    }

    [Theory]
    [InlineData("mgg", 0, "'mgg' is not a unit of UCUM")]
    [InlineData("mg/", 3, "a unit is missing at the end")]
    [InlineData("(mg", 3, "closing parenthesis is missing")]
    [InlineData("mg)", 2, "closing parenthesis without an opening one")]
    [InlineData("mg{score", 2, "the annotation's closing brace is missing")]
    [InlineData("Cel2", 3, "a unit on a special scale cannot have an exponent")]
    [InlineData("m+", 1, "the exponent has no digits")]
    [InlineData("", 0, "a unit cannot be empty; a number without dimension has the unit 1")]
    public void Validate_names_place_and_reason(string code, int position, string message) =>
        Assert.Equal(new UcumFault(message, position), UcumService.Validate(code));

    [Fact]
    public void Compare_is_exact_across_prefixes() =>
        Assert.Equal(0, UcumService.Compare(0.1m, "g", 100, "mg"));

    [Fact]
    public void Any_text_is_a_unit_or_a_fault_and_never_an_exception() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            text => UcumService.TryParse(text.Get, out var unit, out var fault) ? unit is not null : fault is not null)
            .QuickCheckThrowOnFailure();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
