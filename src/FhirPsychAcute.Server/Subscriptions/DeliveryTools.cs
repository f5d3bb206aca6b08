using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What every delivery works with.</summary>
/// <param name="Feed">The change feed, which also keeps positions.</param>
/// <param name="Matching">Tells what matches.</param>
/// <param name="Sender">Sends.</param>
/// <param name="Status">Writes what becomes of it into the Subscription.</param>
/// <param name="Clock">What time it is.</param>
/// <param name="GiveUpAfter">How long a receiver that cannot be reached is tried.</param>
/// <param name="Logger">Receives what operators should know.</param>
internal sealed record DeliveryTools(ChangeFeed Feed, ChangeMatching Matching, HookSender Sender, SubscriptionStatus Status, TimeProvider Clock, TimeSpan GiveUpAfter, ILogger Logger);
