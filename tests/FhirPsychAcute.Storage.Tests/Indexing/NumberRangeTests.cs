namespace FhirPsychAcute.Storage.Tests.Indexing;

public sealed class NumberRangeTests
{
    // R4 search 3.1.1.4.6, the specification's own examples, and quantities of 3.1.1.4.11.
    [Theory]
    [InlineData("100", 100, 99.5, 100.5)]
    [InlineData("100.00", 100, 99.995, 100.005)]
    [InlineData("1e2", 100, 95, 105)]
    [InlineData("5.4", 5.4, 5.35, 5.45)]
    [InlineData("5.40e-3", 0.0054, 0.005395, 0.005405)]
    [InlineData("1.5", 1.5, 1.45, 1.55)]
    [InlineData("1.50", 1.5, 1.495, 1.505)]
    [InlineData("-1.5", -1.5, -1.55, -1.45)]
    [InlineData("0", 0, -0.5, 0.5)]
    [InlineData("+3", 3, 2.5, 3.5)]
    public void The_digits_written_imply_a_range(string text, double value, double low, double high)
    {
        Assert.True(NumberRange.TryParse(text, out var range));
        Assert.Equal(new NumberRange(value, low, high), range);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("1,5")]
    [InlineData("1e")]
    [InlineData("1e99999999")]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData(" 1")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    public void What_is_no_number_is_refused(string text) => Assert.False(NumberRange.TryParse(text, out _));
}
