namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>An age group and its years, both included.</summary>
internal sealed record AgeGroup(string Code, int From, int To)
{
    /// <summary>Whether an age in years belongs to it.</summary>
    public bool Has(int years) => years >= From && years <= To;
}
