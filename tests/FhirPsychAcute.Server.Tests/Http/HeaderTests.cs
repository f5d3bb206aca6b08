using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Server.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("W/\"3\"", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("3", 3)]
    [InlineData(" W/\"12345678901\" ", 12345678901)]
    public void Entity_tags_name_a_version(string tag, long version)
    {
        Assert.True(EntityTag.TryParse(tag, out var parsed));
        Assert.Equal(version, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("W/\"abc\"")]
    [InlineData("W/\"0\"")]
    [InlineData("W/\"-1\"")]
    [InlineData("W/\"99999999999999999999\"")]
    [InlineData("*")]
    public void Other_tags_name_none(string tag)
    {
        Assert.False(EntityTag.TryParse(tag, out _));
    }

    [Fact]
    public void Every_version_is_read_back_from_its_tag()
    {
        Prop.ForAll<PositiveInt>(version => EntityTag.TryParse(EntityTag.Of(version.Get), out var read) && read == version.Get).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("W/\"1\", W/\"2\"", 2, true)]
    [InlineData("*", 7, true)]
    [InlineData("W/\"1\"", 2, false)]
    [InlineData("", 1, false)]
    public void Lists_of_tags_are_searched(string header, long version, bool lists)
    {
        Assert.Equal(lists, EntityTag.Lists(header, version));
    }

    [Theory]
    [InlineData(null, "Unspecified", false)]
    [InlineData("return=minimal", "Minimal", false)]
    [InlineData("return=representation; handling=strict", "Representation", true)]
    [InlineData("handling=strict, return=OperationOutcome", "OperationOutcome", true)]
    [InlineData("return=\"minimal\"", "Minimal", false)]
    [InlineData("respond-async, wait=10", "Unspecified", false)]
    public void Preferences_are_read(string? header, string answer, bool strict)
    {
        Assert.Equal(new Preferences(Enum.Parse<ReturnPreference>(answer), strict), Preferences.Parse(header));
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("da", "da")]
    [InlineData("da-DK,da;q=0.9,en;q=0.8", "da")]
    [InlineData("en,da;q=0.9", "en")]
    [InlineData("fr,da;q=0.3,en;q=0.2", "da")]
    [InlineData("da;q=x", "en")]
    public void The_language_is_chosen_by_quality(string? header, string language)
    {
        Assert.Equal(language == "da" ? Language.Danish : Language.English, Messages.Negotiate(header));
    }

    [Theory]
    [InlineData(null, null, MediaTypes.FhirJson)]
    [InlineData(null, "application/json;q=0.5,application/fhir+json;q=0.1", MediaTypes.Json)]
    [InlineData("json", "application/fhir+xml", MediaTypes.FhirJson)]
    [InlineData("application/fhir json", null, MediaTypes.FhirJson)]
    [InlineData("xml", "application/fhir+json", MediaTypes.FhirXml)]
    [InlineData("application/fhir xml", null, MediaTypes.FhirXml)]
    [InlineData(null, "application/*", MediaTypes.FhirJson)]
    public void The_content_type_is_agreed_on(string? format, string? accept, string contentType)
    {
        Assert.Equal(contentType, MediaTypes.Negotiate(format, accept).Value);
    }

    [Theory]
    [InlineData("turtle", null, "_format")]
    [InlineData("html", null, "_format")]
    [InlineData(null, "application/fhir+turtle", "Accept")]
    [InlineData(null, "application/fhir+json;q=0", "Accept")]
    [InlineData(null, "application/fhir+json; fhirVersion=3.0", "Accept")]
    public void What_cannot_be_given_is_406(string? format, string? accept, string where)
    {
        var error = MediaTypes.Negotiate(format, accept).Error!;

        Assert.Equal(406, error.Status);
        Assert.Equal(where, error.Issues[0].Expression);
    }

    [Theory]
    [InlineData("return=minimal")]
    [InlineData("")]
    public void Any_text_can_stand_in_negotiated_headers(string seed)
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            Preferences.Parse(seed + text.Get);
            Messages.Negotiate(text.Get);
            _ = MediaTypes.OfBody(text.Get);
            MediaTypes.IsForm(text.Get);
            return MediaTypes.Negotiate(null, text.Get) is { IsSuccess: true } or { Error.Status: 406 };
        }).QuickCheckThrowOnFailure();
    }
}
