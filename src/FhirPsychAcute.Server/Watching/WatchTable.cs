using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Server;

/// <summary>What the server watches as time passes.</summary>
internal static class WatchTable
{
    /// <summary>The watches.</summary>
    /// <param name="service">Gives the dated rules and the definitions.</param>
    public static IReadOnlyList<IWatch> Of(FhirService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return [new ReferralWatch(service.Referrals), new CoercionWatch(service.Coercion, service.Clock), new ComplaintWatch(service.Coercion)];
    }
}
