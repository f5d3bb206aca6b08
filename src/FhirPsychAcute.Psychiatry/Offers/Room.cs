namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Whether there is room.</summary>
internal enum Room : byte
{
    /// <summary>At least one free place, told recently.</summary>
    Free,
    /// <summary>Not told, or told too long ago.</summary>
    NotTold,
    /// <summary>No free place, told recently.</summary>
    Full,
}
