using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace FhirPsychAcute.Server;

/// <summary>
/// Keeps a notification from coming back to the server that sent it and causing the next one: notifications carry Via (RFC 9110 7.6.3) with a name of this process, and a request
/// with that name is refused with 508.
/// </summary>
internal static class LoopGuard
{
    /// <summary>This process among the servers that a message passed.</summary>
    public static string Via { get; } = $"1.1 fhirpsychacute-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    /// <summary>Whether a request is a notification of this server's own.</summary>
    public static bool IsOwn(StringValues via)
    {
        foreach (var passed in via)
        {
            if (passed?.Contains(Via, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
