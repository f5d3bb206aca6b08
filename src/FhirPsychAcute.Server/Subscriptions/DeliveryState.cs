using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>How a subscription is doing, as of a moment.</summary>
/// <param name="Position">How far it has come.</param>
/// <param name="Failures">Failures in a row of what is tried now.</param>
/// <param name="LastError">What went wrong last; null when nothing has.</param>
/// <param name="LastErrorAt">When.</param>
/// <param name="NextAttempt">When it is tried again; null when nothing waits for that.</param>
internal sealed record DeliveryState(FeedPosition Position, int Failures, string? LastError, DateTimeOffset? LastErrorAt, DateTimeOffset? NextAttempt);
