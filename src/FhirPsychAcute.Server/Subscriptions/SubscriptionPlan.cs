using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What a Subscription asks for (http://hl7.org/fhir/R4/subscription.html), read and checked.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="CriteriaText">The criteria as written.</param>
/// <param name="Criteria">The criteria as a search of one type.</param>
/// <param name="Endpoint">Where notifications go.</param>
/// <param name="Payload">Media type of the resource that is sent along; null for none.</param>
/// <param name="Headers">Headers that go with every notification; they may hold secrets.</param>
/// <param name="End">When it ends; null for never.</param>
internal sealed record SubscriptionPlan(
    string Id, string CriteriaText, SearchRequest Criteria, Uri Endpoint, string? Payload, IReadOnlyList<(string Name, string Value)> Headers, DateTimeOffset? End)
{
    /// <summary>Resource type that it is about.</summary>
    public string Type => Criteria.Type!;

    /// <summary>Name under which the store keeps how far it has come.</summary>
    public string Follower => FollowerOf(Id);

    /// <summary>Name under which the store keeps how far a subscription has come.</summary>
    public static string FollowerOf(string id) => $"subscription/{id}";

    /// <summary>Whether both ask for the same in the same way.</summary>
    public bool IsSameAs(SubscriptionPlan other) =>
        Id == other.Id && CriteriaText == other.CriteriaText && Endpoint == other.Endpoint && Payload == other.Payload && End == other.End && Headers.SequenceEqual(other.Headers);
}
