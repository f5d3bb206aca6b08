namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>Domains that stand for none: those that RFC 2606 keeps for examples, and the one of HL7's own examples.</summary>
internal static class ExampleDomains
{
    /// <summary>Whether an absolute url is of such a domain.</summary>
    public static bool Has(ReadOnlySpan<byte> url)
    {
        var start = url.IndexOf("://"u8);
        if (start < 0)
        {
            return false;
        }

        var host = url[(start + 3)..];
        var end = host.IndexOfAny((byte)'/', (byte)':', (byte)'?');
        host = end < 0 ? host : host[..end];
        return IsIn(host, "example.org"u8) || IsIn(host, "example.com"u8) || IsIn(host, "example.net"u8) || IsIn(host, "acme.com"u8) || IsIn(host, "example"u8);
    }

    private static bool IsIn(ReadOnlySpan<byte> host, ReadOnlySpan<byte> domain) =>
        host.EndsWith(domain) && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == (byte)'.');
}
