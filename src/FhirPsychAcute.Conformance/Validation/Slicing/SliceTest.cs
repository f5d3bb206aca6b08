using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>One question by which an occurrence is found to belong to a slice or not. Immutable.</summary>
internal abstract class SliceTest
{
    /// <summary>Whether the occurrence passes.</summary>
    /// <param name="element">The occurrence.</param>
    /// <param name="position">Its place among the occurrences, from 0.</param>
    /// <param name="run">The validation at work.</param>
    public abstract bool Passes(Element element, int position, ValidationRun run);

    /// <summary>What it asks for, for people.</summary>
    public abstract override string ToString();

    /// <summary>The elements at a path; the list is new each time, since tests may run inside each other.</summary>
    protected static List<Element> Find(DiscriminatorPath path, Element element, ValidationRun run)
    {
        var found = new List<Element>();
        path.Find(element, run, found);
        return found;
    }
}
