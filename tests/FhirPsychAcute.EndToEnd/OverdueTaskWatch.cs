using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A watch of the tests: a DetectedIssue for every Task that is still requested when its restriction ends.</summary>
internal sealed class OverdueTaskWatch : IWatch
{
    public string Name => "test";

    public Gathering Open { get; } = new("Task", ("status", "requested"));

    public IReadOnlyList<string> Follows { get; } = ["Task"];

    /// <summary>How often it has looked.</summary>
    public int Looks { get; private set; }

    public IEnumerable<string> FocusesOf(ResourceDocument resource) => resource.Root.ChildValue("status") == "requested" ? [resource.Address()!] : [];

    public IReadOnlyList<Gathering> Needs(string focus) => [new("Task", ("_id", focus["Task/".Length..]))];

    public WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now)
    {
        Looks++;
        if (resources.Find(focus) is not { } task || task.Root.ChildValue("status") != "requested" || task.Root.Child("restriction").PeriodIn("period").End is not { } end)
        {
            return WatchResult.Nothing;
        }

        if (end > now)
        {
            return new WatchResult(end);
        }

        var value = $"{task.Id}-overdue";
        return new WatchResult(null, new WatchAlert("DetectedIssue", "https://example.dk/alert", value, Encoding.UTF8.GetBytes(
            $$"""{"resourceType":"DetectedIssue","identifier":[{"system":"https://example.dk/alert","value":"{{value}}"}],"status":"final","implicated":[{"reference":"{{focus}}"}]}""")));
    }
}
