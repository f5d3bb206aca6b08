namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The conditions that an offer must meet, in the order in which they are tried.</summary>
internal enum Condition : byte
{
    /// <summary>It is for the citizen's municipality or region.</summary>
    Area,
    /// <summary>It is of a type asked for.</summary>
    Type,
    /// <summary>It is for the age group.</summary>
    Age,
    /// <summary>One can meet it in that way.</summary>
    Mode,
    /// <summary>It has beds for the night.</summary>
    Overnight,
    /// <summary>A place is free.</summary>
    Room,
    /// <summary>It is of use at that urgency.</summary>
    Urgency,
    /// <summary>It is open, or opens soon enough.</summary>
    Open,
}
