using FhirPsychAcute.Storage.Searching;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("a,b", "a;b")]
    [InlineData(@"a\,b,c", @"a\,b;c")]
    [InlineData(@"a\\,b", @"a\\;b")]
    [InlineData("", "")]
    [InlineData(",", ";")]
    [InlineData(@"a\", @"a\")]
    public void Values_are_split_at_separators_that_are_not_escaped(string text, string parts) =>
        Assert.Equal(parts, string.Join(';', SearchText.Split(text, ',')));

    [Theory]
    [InlineData(@"a\,b", "a,b")]
    [InlineData(@"a\|b\$c\\d", @"a|b$c\d")]
    [InlineData(@"a\n", @"a\n")]
    [InlineData(@"a\", @"a\")]
    public void Escapes_are_taken_away(string text, string expected) => Assert.Equal(expected, SearchText.Unescape(text));

    [Fact]
    public void Joined_and_split_again_gives_the_same_parts() =>
        Prop.ForAll<NonEmptyArray<NonNull<string>>>(parts =>
        {
            var joined = string.Join(',', parts.Get.Select(part => Escape(part.Get)));
            return SearchText.Split(joined, ',').Select(SearchText.Unescape).SequenceEqual(parts.Get.Select(part => part.Get));
        }).QuickCheckThrowOnFailure();

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
