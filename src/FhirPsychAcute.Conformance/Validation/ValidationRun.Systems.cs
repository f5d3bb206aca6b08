using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>Systems that were spoken of once, so that a thousand codes of one do not make a thousand findings.</content>
internal sealed partial class ValidationRun
{
    private const int MaxSystems = 256;

    private List<Element>? systems;

    /// <summary>Whether this is the first element with that value that was asked about.</summary>
    public bool IsFirstOf(Element system)
    {
        systems ??= [];
        foreach (var known in systems)
        {
            if (known.Utf8Value.SequenceEqual(system.Utf8Value))
            {
                return false;
            }
        }

        // Beyond that many nobody reads whether one was told of before.
        if (systems.Count < MaxSystems)
        {
            systems.Add(system);
        }

        return true;
    }
}
