namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>What happened in one answered call, which its assessment, referral and experience follow from.</summary>
internal sealed class CallStory
{
    /// <summary>Id of the leg in which the person was assessed.</summary>
    public required string Id { get; init; }

    /// <summary>Who needs help.</summary>
    public required PersonInNeed Person { get; init; }

    /// <summary>The line of that leg.</summary>
    public required string Line { get; init; }

    /// <summary>Who calls: <c>self</c>, or a code of psychacute-caller-relationship.</summary>
    public required string Caller { get; init; }

    /// <summary>Level of urgency.</summary>
    public required string Urgency { get; init; }

    /// <summary>Where the call led.</summary>
    public required string Disposition { get; init; }

    /// <summary>When the two began to talk.</summary>
    public DateTimeOffset TalkStart { get; set; }

    /// <summary>When they stopped.</summary>
    public DateTimeOffset TalkEnd { get; set; }

    /// <summary>Reference to the role that answered.</summary>
    public string Visitator => $"PractitionerRole/{Person.Region.Part("visitator-psychiatry")}";

    /// <summary>Moment so many parts of a hundred into the talk, on a whole second.</summary>
    public DateTimeOffset During(int percent) => TalkStart.AddSeconds((int)(TalkEnd - TalkStart).TotalSeconds * percent / 100);
}

/// <summary>The person a call is about.</summary>
/// <param name="Region">Where the person calls.</param>
/// <param name="Municipality">Where the person lives, or asks for help.</param>
/// <param name="Patient">Patient/id; null where the line keeps no records.</param>
/// <param name="IsAnonymous">Whether the person does not say who they are.</param>
/// <param name="IsChild">Whether the person is known to be under 18 on the day.</param>
internal sealed record PersonInNeed(SimulatedRegion Region, SimulatedMunicipality Municipality, string? Patient, bool IsAnonymous, bool IsChild);
