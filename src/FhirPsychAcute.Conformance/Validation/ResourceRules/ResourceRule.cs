using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>
/// A rule of the specification about whole resources of one type that no ElementDefinition says: what a Bundle's entries owe each other, what answers a
/// Questionnaire allows. Stateless; what it finds goes to the run.
/// </summary>
internal abstract class ResourceRule
{
    /// <summary>The type of resource that the rule is about; <c>Resource</c> for all.</summary>
    public abstract string ResourceType { get; }

    /// <summary>Checks one resource of that type, wherever it stands: the root, an entry's, a contained one.</summary>
    public abstract void Check(Element resource, ValidationRun run);
}
