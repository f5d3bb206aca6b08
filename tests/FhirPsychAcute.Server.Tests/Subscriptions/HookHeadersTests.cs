namespace FhirPsychAcute.Server.Tests.Subscriptions;

public sealed class HookHeadersTests
{
    [Fact]
    public void A_header_is_name_and_value()
    {
        Assert.Equal(("Authorization", "Bearer a:b"), HookHeaders.Read("Authorization: Bearer a:b"));
        Assert.Equal(("X-Key", "1"), HookHeaders.Read("X-Key:1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Authorization")]
    [InlineData("Authorization:")]
    [InlineData(": x")]
    [InlineData("X Y: z")]
    [InlineData("X-Y: æ")]
    [InlineData("X-Y: a\r\nHost: b")]
    [InlineData("Host: b")]
    [InlineData("content-length: 3")]
    [InlineData("VIA: x")]
    [InlineData("Transfer-Encoding: chunked")]
    public void What_cannot_be_sent_or_is_the_servers_is_none(string header) => Assert.Null(HookHeaders.Read(header));
}
