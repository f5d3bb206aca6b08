using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Server.Tests;

public sealed class QueryParametersTests
{
    [Fact]
    public void Pairs_keep_their_order_and_repetitions()
    {
        var query = QueryParameters.Parse("?b=1&a=2&b=3").Value;

        Assert.Equal([new("b", "1"), new("a", "2"), new("b", "3")], query.Items);
        Assert.Equal("1", query["b"]);
    }

    [Theory]
    [InlineData("name=S%C3%B8ren", "Søren")]
    [InlineData("name=a+b", "a b")]
    [InlineData("name=a%2Bb", "a+b")]
    [InlineData("name=", "")]
    [InlineData("name", "")]
    [InlineData("name=%F0%9F%98%80", "😀")]
    public void Values_are_decoded(string query, string value)
    {
        Assert.Equal(value, QueryParameters.Parse(query).Value["name"]);
    }

    [Theory]
    [InlineData("name=%zz")]
    [InlineData("name=%4")]
    [InlineData("name=%C3%28")]
    [InlineData("name=a%00")]
    [InlineData("na%00me=a")]
    public void Broken_escapes_bad_utf8_and_NUL_are_400(string query)
    {
        Assert.Equal(400, QueryParameters.Parse(query).Error!.Status);
    }

    [Fact]
    public void Empty_pairs_are_skipped()
    {
        Assert.Equal([new("a", "1")], QueryParameters.Parse("&&a=1&").Value.Items);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Prop.ForAll<(NonNull<string> Name, NonNull<string> Value)[]>(pairs =>
        {
            var query = QueryParameters.Empty;
            foreach (var (name, value) in pairs)
            {
                query = query.With(Clean(name.Get) + "x", Clean(value.Get));
            }

            var read = QueryParameters.Parse(query.ToQuery());
            return read.IsSuccess && read.Value.Items.SequenceEqual(query.Items);
        }).QuickCheckThrowOnFailure();

        // Lone surrogates are no text, and NUL is refused.
        static string Clean(string text) => new([.. text.Where(c => c != '\0' && !char.IsSurrogate(c))]);
    }
}
