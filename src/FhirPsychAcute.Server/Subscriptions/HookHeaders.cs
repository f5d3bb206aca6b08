using System.Buffers;

namespace FhirPsychAcute.Server;

/// <summary>The headers of a channel (Subscription.channel.header): <c>Name: value</c> each.</summary>
internal static class HookHeaders
{
    // RFC 9110 5.6.2.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Those that say where and how the message goes are the server's.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Type", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE", "Trailer", "Expect", "Via", "Proxy-Authorization",
        "Proxy-Connection",
    };

    /// <summary>Takes a header apart; null when it is none that can be sent.</summary>
    public static (string Name, string Value)? Read(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || header.AsSpan(0, colon).ContainsAnyExcept(TokenCharacters))
        {
            return null;
        }

        var (name, value) = (header[..colon], header[(colon + 1)..].Trim());
        return value.Length > 0 && value.All(static c => c is '\t' or (>= ' ' and < '\x7f')) && !Own.Contains(name) ? (name, value) : null;
    }
}
