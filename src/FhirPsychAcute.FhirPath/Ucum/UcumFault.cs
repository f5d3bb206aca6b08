namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>Why a text is not a UCUM unit, and at which character (from 0).</summary>
public sealed record UcumFault(string Message, int Position);
