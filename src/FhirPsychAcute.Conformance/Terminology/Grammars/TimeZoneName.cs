using FhirPsychAcute.Conformance.Terminology.CodeSystems;

namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>Names of the time zone database (https://www.iana.org/time-zones), as far as the machine has it.</summary>
internal static class TimeZoneName
{
    private static readonly System.Buffers.SearchValues<char> Characters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-");

    /// <summary>Present where the machine knows the zone; absent where the text cannot be a name; otherwise it cannot be told.</summary>
    public static Presence Check(string code)
    {
        if (code.AsSpan().IndexOfAnyExcept(Characters) >= 0)
        {
            return Presence.Absent;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(code, out _) ? Presence.Present : Presence.Unknown;
    }
}
