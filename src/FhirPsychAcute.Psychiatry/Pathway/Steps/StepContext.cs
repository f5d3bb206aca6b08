using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>What reading a step needs besides its resource: the others, who they belong to, the time and the language.</summary>
internal sealed class StepContext
{
    private const string Error = "entered-in-error";

    // Reference elements by which steps hang together.
    private static readonly string[] Linking = ["focus", "partOf", "basedOn"];

    private readonly Dictionary<(string Element, string Address), List<ResourceDocument>> referring = [];

    public StepContext(ResourceSet resources, Sectors sectors, PathwayRequest request)
    {
        (Resources, Sectors, At, Language) = (resources, sectors, request.At, request.Language);
        foreach (var resource in resources.All)
        {
            if (resource.Root.ChildValue("status") == Error)
            {
                continue;
            }

            foreach (var element in Linking)
            {
                foreach (var address in resource.Root.ReferencesIn(element))
                {
                    if (!referring.TryGetValue((element, address), out var list))
                    {
                        referring.Add((element, address), list = []);
                    }

                    list.Add(resource);
                }
            }
        }
    }

    public ResourceSet Resources { get; }

    public Sectors Sectors { get; }

    public DateTimeOffset At { get; }

    public Language Language { get; }

    /// <summary>Resources of a type whose element (focus, partOf, basedOn) refers to an address; those entered in error left out.</summary>
    public IEnumerable<ResourceDocument> Referring(string type, string element, string address) =>
        referring.TryGetValue((element, address), out var list) ? list.Where(resource => resource.Type.Name == type) : [];

    /// <summary>A text of the room in the reader's language.</summary>
    public string Say(string id, params ReadOnlySpan<object> arguments) => PsychiatryMessages.Catalogue.Get(Language, id, arguments);

    /// <summary>A concept in words; empty where there is none.</summary>
    public string Words(Element concept) => concept.Words(Language) ?? "";

    /// <summary>The concepts of that name in words, with commas between.</summary>
    public string AllWords(Element parent, string name) =>
        string.Join(", ", parent.ChildrenNamed(name).ToList().Select(Words).Where(static words => words.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>How long something lasted, in the two greatest units: <c>26 t 15 min</c>.</summary>
    public string Duration(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => Say("pathway.seconds", (int)span.TotalSeconds),
        { TotalMinutes: < 60, Seconds: > 0 } => $"{Say("pathway.minutes", (int)span.TotalMinutes)} {Say("pathway.seconds", span.Seconds)}",
        { TotalMinutes: < 60 } => Say("pathway.minutes", (int)span.TotalMinutes),
        { TotalHours: < 48, Minutes: > 0 } => $"{Say("pathway.hours", (int)span.TotalHours)} {Say("pathway.minutes", span.Minutes)}",
        { TotalHours: < 48 } => Say("pathway.hours", (int)span.TotalHours),
        _ => Say("pathway.days", (int)span.TotalDays),
    };

    /// <summary>A name with how long it lasted; without, while it goes on or where its end is before its beginning.</summary>
    public string Lasted(string name, (DateTimeOffset Start, DateTimeOffset? End) time) =>
        time.End is { } end && end >= time.Start ? Say("pathway.lasted", name, Duration(end - time.Start)) : name;

    /// <summary>When something happened: a date, dateTime, instant or Period of one of these names; where it has none, when its encounter began, else when it was stored.</summary>
    public (DateTimeOffset Start, DateTimeOffset? End)? TimeOf(ResourceDocument resource, params ReadOnlySpan<string> names)
    {
        var root = resource.Root;
        foreach (var name in names)
        {
            var time = root.Child(name);
            if (!time.Exists)
            {
                continue;
            }

            if (time.Type.Name == "Period")
            {
                var (start, end) = root.PeriodIn(name);
                if (start is not null || end is not null)
                {
                    return (start ?? end!.Value, end);
                }
            }
            else if (root.TimeIn(name) is { } moment)
            {
                return (moment, null);
            }
        }

        return (Resources.Find(root.ReferenceIn("encounter"))?.Root.PeriodIn("period").Start ?? root.Child("meta").TimeIn("lastUpdated")) is { } other ? (other, null) : null;
    }

    /// <summary>The first of these references that an organisation stands behind.</summary>
    public Actor ActorOf(params IEnumerable<string?> references)
    {
        foreach (var reference in references)
        {
            if (Sectors.Of(reference) is { Organization: not null } actor)
            {
                return actor;
            }
        }

        return Actor.Unknown;
    }

    /// <summary>The organisation of the encounter in which something happened.</summary>
    public string? ProviderOfEncounter(Element root) => Resources.Find(root.ReferenceIn("encounter"))?.Root.ReferenceIn("serviceProvider");
}
