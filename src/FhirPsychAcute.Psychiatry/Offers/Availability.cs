namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Whether somebody can be met there at the time asked for; in the order in which offers are listed.</summary>
internal enum Availability : byte
{
    /// <summary>Open.</summary>
    Open,
    /// <summary>The entry does not tell its hours.</summary>
    NotTold,
    /// <summary>Closed, and opens within the time limit of the urgency.</summary>
    OpensLater,
    /// <summary>Closed for longer.</summary>
    Closed,
}
