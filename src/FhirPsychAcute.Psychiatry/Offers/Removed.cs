namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The offers that a condition removed.</summary>
internal sealed class Removed
{
    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>When the first of the closed ones opens; null when none does in the next days.</summary>
    public DateTimeOffset? FirstOpens { get; set; }

    /// <summary>Its name.</summary>
    public string? FirstName { get; set; }
}
