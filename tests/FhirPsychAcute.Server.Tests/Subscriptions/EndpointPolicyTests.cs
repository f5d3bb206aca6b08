namespace FhirPsychAcute.Server.Tests.Subscriptions;

public sealed class EndpointPolicyTests
{
    private const string Allowed = "https://fhir.aarhus.example/hook https://amk.example:8443 http://127.0.0.1:7000/a/";

    [Theory]
    [InlineData("https://fhir.aarhus.example/hook", true)]
    [InlineData("https://fhir.aarhus.example/hook/psyk", true)]
    [InlineData("https://FHIR.aarhus.example/hook/psyk?x=1", true)]
    [InlineData("https://fhir.aarhus.example/hooks", false)]
    [InlineData("https://fhir.aarhus.example/", false)]
    [InlineData("https://fhir.aarhus.example/hook/../admin", false)]
    [InlineData("http://fhir.aarhus.example/hook", false)]
    [InlineData("https://fhir.aarhus.example:444/hook", false)]
    [InlineData("https://fhir.aarhus.example.evil.example/hook", false)]
    [InlineData("https://amk.example:8443/anything", true)]
    [InlineData("https://amk.example/anything", false)]
    [InlineData("http://127.0.0.1:7000/a", true)]
    [InlineData("http://127.0.0.1:7001/a", false)]
    [InlineData("http://localhost:7000/a", false)]
    public void Only_what_lies_below_a_listed_address_is_allowed(string endpoint, bool isAllowed) =>
        Assert.Equal(isAllowed, EndpointPolicy.Parse(Allowed).Allows(new Uri(endpoint)));

    [Fact]
    public void Without_a_list_nothing_is_allowed() => Assert.False(EndpointPolicy.Parse("").Allows(new Uri("http://127.0.0.1/")));

    [Theory]
    [InlineData("ftp://a.example/")]
    [InlineData("a.example/hook")]
    [InlineData("https://user@a.example/")]
    [InlineData("https://user:secret@a.example/")]
    [InlineData("https://a.example/#x")]
    [InlineData("https://a.example/%2e%2e/admin")]
    [InlineData("https://a.example/a%2Fb")]
    [InlineData("https://a.example\\@b.example/")]
    [InlineData("https://a.example/ b")]
    [InlineData("https://a.example/\r\nHost: b")]
    public void An_address_whose_parts_may_be_misread_is_none(string endpoint) => Assert.Null(EndpointPolicy.Read(endpoint));

    [Theory]
    [InlineData("http://fhir.aarhus.example/")]
    [InlineData("https://fhir.aarhus.example/?a=b")]
    [InlineData("nonsense")]
    public void The_list_takes_https_addresses_and_http_on_this_machine(string list) => Assert.Throws<FormatException>(() => EndpointPolicy.Parse(list));
}
