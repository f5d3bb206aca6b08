using System.Security;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>The parts that every message has, written as MedCom shapes them: narratives, absolute fullUrls, relative references.</summary>
internal static class MessageEntry
{
    /// <summary>What fullUrls of outgoing messages begin with; references in them are relative to it.</summary>
    public const string Base = "https://fhirpsychacute.dk/besked";

    /// <summary>A Provenance of a message: which message, when, what it did, who sent it, which one it follows.</summary>
    public sealed record Trail(string HeaderId, DateTimeOffset At, string Activity, string Organization, string? FollowsHeader)
    {
        /// <summary>Profile; MedCom has one of its own for CareCommunication.</summary>
        public string Profile { get; init; } = MedCom.Provenance;

        /// <summary>What this message does to the one it follows: <c>revision</c>, or <c>removal</c> where it takes it back.</summary>
        public string FollowsRole { get; init; } = "revision";

        /// <summary>Identifiers of the message's segments (CareCommunication).</summary>
        public IReadOnlyList<string> Segments { get; init; } = [];
    }

    /// <summary>Opens an entry with its resource.</summary>
    public static ResourceComposer Open(ResourceComposer composer, string type, string id, string? profile) =>
        composer.OpenItem().Text("fullUrl", $"{Base}/{type}/{id}").OpenResource("resource", type, id, profile);

    /// <summary>Ends resource and entry.</summary>
    public static ResourceComposer Close(ResourceComposer composer) => composer.Close().Close();

    /// <summary>A generated narrative of one line.</summary>
    public static ResourceComposer Narrative(ResourceComposer composer, string text) => composer.Open("text").Text("status", "generated")
        .Text("div", $"""<div xmlns="http://www.w3.org/1999/xhtml" lang="da" xml:lang="da">{SecurityElement.Escape(text)}</div>""").Close();

    /// <summary>Event, destination, sender and source of a header.</summary>
    public static void Envelope(ResourceComposer composer, string code, MessageOrganization from, MessageOrganization to)
    {
        composer.Coding("eventCoding", MedCom.Events, code);
        composer.OpenList("destination").OpenItem()
            .OpenList("extension").OpenExtension(MedCom.DestinationUseExtension).Coding("valueCoding", MedCom.DestinationUse, "primary").Close().CloseList()
            .Text("endpoint", to.Endpoint).Reference("receiver", $"Organization/{to.Id}").Close().CloseList();
        composer.Reference("sender", $"Organization/{from.Id}").Open("source").Text("endpoint", from.Endpoint).Close();
    }

    /// <summary>An entry with a Provenance.</summary>
    public static void Provenance(ResourceComposer composer, string id, Trail trail)
    {
        Open(composer, "Provenance", id, trail.Profile);
        composer.OpenList("target").ReferenceItem($"MessageHeader/{trail.HeaderId}").CloseList();
        composer.Time("occurredDateTime", trail.At).Time("recorded", trail.At).Concept("activity", MedCom.Activities, trail.Activity);
        composer.OpenList("agent").OpenItem().Reference("who", $"Organization/{trail.Organization}").Close().CloseList();
        if (trail.FollowsHeader is not null || trail.Segments.Count > 0)
        {
            composer.OpenList("entity");
            if (trail.FollowsHeader is { } followed)
            {
                composer.OpenItem().Text("role", trail.FollowsRole).Reference("what", $"MessageHeader/{followed}").Close();
            }

            foreach (var segment in trail.Segments)
            {
                composer.OpenItem().Text("role", "source").Open("what").Open("identifier").Text("value", segment).Close().Close().Close();
            }

            composer.CloseList();
        }

        Close(composer);
    }
}
