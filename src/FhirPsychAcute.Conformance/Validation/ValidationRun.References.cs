using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>Targets of references, gathered when first asked for.</content>
internal sealed partial class ValidationRun
{
    private DocumentReferences? references;
    private Dictionary<ResourceDocument, DocumentReferences>? referencesElsewhere;

    /// <summary>The references of the document that an element belongs to: the one under validation, or one that a reference led to.</summary>
    public DocumentReferences ReferencesOf(Element element)
    {
        if (ReferenceEquals(element.Document, Document))
        {
            return references ??= new DocumentReferences(Document);
        }

        referencesElsewhere ??= [];
        if (!referencesElsewhere.TryGetValue(element.Document, out var elsewhere))
        {
            referencesElsewhere.Add(element.Document, elsewhere = new DocumentReferences(element.Document));
        }

        return elsewhere;
    }
}
