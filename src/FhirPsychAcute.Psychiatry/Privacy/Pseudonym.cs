using System.Security.Cryptography;
using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>
/// Stands for a member of staff where names are masked: the same for the same person and the same secret, and of no use to whoever does not have the secret. Who has it, and the
/// records, can find the person again by making the pseudonyms of all; so somebody is accountable inside (S3:606-610).
/// </summary>
public sealed class Pseudonym
{
    /// <summary>System of the identifiers.</summary>
    public static string System { get; } = Guide.Identifiers("pseudonym");

    private const int Bytes = 16;
    private readonly byte[] secret;

    /// <summary>Pseudonyms under a secret of the server.</summary>
    /// <param name="secret">At least 16 bytes.</param>
    public Pseudonym(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, Bytes);

        // A key of its own, so that what else the server does with the secret says nothing of the pseudonyms.
        this.secret = HMACSHA256.HashData(secret, "staff-pseudonym"u8);
    }

    /// <summary>The pseudonym of whatever an address or an authorisation id names: 32 hexadecimal digits.</summary>
    public string Of(string identity) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(identity)).AsSpan(0, Bytes));

    /// <summary>The fullUrl of a masked resource, which has no id: a urn:uuid made of its pseudonym; null for one without.</summary>
    internal static string? FullUrl(ResourceDocument masked)
    {
        // An anonymous patient has a pseudonym too, and keeps the address.
        if (masked.Type.Name is not ("Practitioner" or "PractitionerRole"))
        {
            return null;
        }

        foreach (var identifier in masked.Root.ChildrenNamed("identifier"))
        {
            if (identifier.ChildValue("system") == System && identifier.ChildValue("value") is { Length: Bytes * 2 } value)
            {
                return Urn(value);
            }
        }

        return null;
    }

    /// <summary>A urn:uuid made of a pseudonym.</summary>
    internal static string Urn(string pseudonym)
    {
        var bytes = Convert.FromHexString(pseudonym);

        // RFC 9562 5.8: version 8 for values of one's own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
