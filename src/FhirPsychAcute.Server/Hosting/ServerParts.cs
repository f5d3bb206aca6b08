using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Server;

/// <summary>What the server is given from outside beside its settings.</summary>
/// <param name="Clock">What time it is.</param>
internal sealed record ServerParts(TimeProvider Clock)
{
    /// <summary>The system's clock.</summary>
    public static ServerParts Usual { get; } = new(TimeProvider.System);

    /// <summary>Watches beside the server's own.</summary>
    public IReadOnlyList<IWatch> Watches { get; init; } = [];
}
