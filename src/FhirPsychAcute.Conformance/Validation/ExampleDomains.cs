using System.Text;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>Domains that belong to nobody and stand in examples (RFC 2606: example.com, .net, .org, .edu and the top domain example; acme.com and acme.org by FHIR's own custom).</summary>
internal static class ExampleDomains
{
    /// <summary>Whether an address leads to such a domain.</summary>
    public static bool Holds(ReadOnlySpan<byte> url)
    {
        var host = url.IndexOf("://"u8) is >= 0 and var scheme ? url[(scheme + 3)..] : default;
        if (host.IsEmpty)
        {
            return false;
        }

        var end = host.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        host = end < 0 ? host : host[..end];
        if (host.LastIndexOf((byte)':') is > 0 and var port)
        {
            host = host[..port];
        }

        return Ends(host, "example.org"u8) || Ends(host, "example.com"u8) || Ends(host, "example.net"u8) || Ends(host, "example.edu"u8)
            || Ends(host, "acme.com"u8) || Ends(host, "acme.org"u8) || Ends(host, "example"u8);
    }

    /// <summary>Whether an address leads to such a domain.</summary>
    public static bool Holds(string url) => url.Length <= 4096 && Holds(Encoding.UTF8.GetBytes(url));

    private static bool Ends(ReadOnlySpan<byte> host, ReadOnlySpan<byte> domain) =>
        host.EndsWith(domain) && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == (byte)'.');
}
