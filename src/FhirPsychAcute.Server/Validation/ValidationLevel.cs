namespace FhirPsychAcute.Server;

/// <summary>What a profile's rules mean for a write.</summary>
internal enum ValidationLevel : byte
{
    /// <summary>They are not looked at.</summary>
    Off,
    /// <summary>What breaks them is stored, and the writer is told.</summary>
    Warn,
    /// <summary>What breaks them is refused.</summary>
    Enforce,
}
