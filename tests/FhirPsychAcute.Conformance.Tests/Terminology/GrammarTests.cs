using System.Text;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.Grammars;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class GrammarTests
{
    private static readonly string[] Systems =
        ["http://unitsofmeasure.org", "urn:ietf:bcp:47", "urn:ietf:bcp:13", "urn:ietf:rfc:3986", "https://www.iana.org/time-zones", "urn:iso:std:iso:3166:-2"];

    [Theory]
    // RFC 5646, appendix A.
    [InlineData("de", true)]
    [InlineData("i-enochian", true)]
    [InlineData("zh-Hant", true)]
    [InlineData("zh-cmn-Hans-CN", true)]
    [InlineData("sl-rozaj-biske", true)]
    [InlineData("de-CH-1901", true)]
    [InlineData("hy-Latn-IT-arevela", true)]
    [InlineData("es-419", true)]
    [InlineData("de-CH-x-phonebk", true)]
    [InlineData("x-whatever", true)]
    [InlineData("qaa-Qaaa-QM-x-southern", true)]
    [InlineData("en-a-myext-b-another", true)]
    [InlineData("da-DK", true)]
    [InlineData("DA", true)]
    [InlineData("de-419-DE", false)]
    [InlineData("a-DE", false)]
    [InlineData("da_DK", false)]
    [InlineData("da-", false)]
    [InlineData("en-a", false)]
    [InlineData("qq", false)]
    [InlineData("danish-language", false)]
    [InlineData("", false)]
    public void Language_tags(string code, bool expected) => Assert.Equal(expected, Find("urn:ietf:bcp:47", code) == Presence.Present);

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("application/fhir+json", true)]
    [InlineData("text/plain;charset=utf-8", true)]
    [InlineData("text/plain; charset=\"utf-8\"; format=flowed", true)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true)]
    [InlineData("text", false)]
    [InlineData("text/", false)]
    [InlineData("/plain", false)]
    [InlineData("text/pl ain", false)]
    [InlineData("text/plain;", false)]
    [InlineData("text/plain;charset", false)]
    [InlineData("text/plain;charset=\"utf", false)]
    public void Media_types(string code, bool expected) => Assert.Equal(expected, Find("urn:ietf:bcp:13", code) == Presence.Present);

    [Theory]
    [InlineData("http://example.org/x", true)]
    [InlineData("urn:oid:1.2.3", true)]
    [InlineData("urn:", false)]
    [InlineData("x", false)]
    [InlineData("1a:b", false)]
    [InlineData("http://a b", false)]
    public void Uris(string code, bool expected) => Assert.Equal(expected, Find("urn:ietf:rfc:3986", code) == Presence.Present);

    [Fact]
    public void Any_text_has_an_answer_in_every_grammar() => Prop.ForAll<string>(text =>
    {
        foreach (var system in Systems)
        {
            Assert.Equal(Find(system, text ?? ""), Find(system, text ?? ""));
        }
    }).QuickCheckThrowOnFailure();

    private static Presence Find(string system, string code) => GrammarSystem.Of(system)!.Find(Encoding.UTF8.GetBytes(code), out _);
}
