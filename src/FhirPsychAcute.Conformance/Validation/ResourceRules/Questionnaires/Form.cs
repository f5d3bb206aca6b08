using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>A Questionnaire as its answers are checked against it.</summary>
internal sealed class Form
{
    private readonly Dictionary<string, FormItem> byLinkId = new(StringComparer.Ordinal);

    /// <summary>The form of a Questionnaire.</summary>
    /// <param name="questionnaire">The resource.</param>
    /// <param name="scope">From where its value sets are resolved, contained ones included.</param>
    public Form(Element questionnaire, DefinitionScope scope)
    {
        Questionnaire = questionnaire;
        Scope = scope;
        var items = new List<FormItem>();
        foreach (var item in questionnaire.ChildrenNamed("item"))
        {
            items.Add(new FormItem(item, null, items.Count));
        }

        Items = items;
        Index(items);
    }

    /// <summary>The Questionnaire.</summary>
    public Element Questionnaire { get; }

    /// <summary>From where its value sets are resolved.</summary>
    public DefinitionScope Scope { get; }

    /// <summary>The items at the top.</summary>
    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>The item of that linkId; of several the first.</summary>
    public FormItem? Find(string linkId) => byLinkId.GetValueOrDefault(linkId);

    private void Index(IReadOnlyList<FormItem> items)
    {
        foreach (var item in items)
        {
            byLinkId.TryAdd(item.LinkId, item);
            Index(item.Items);
        }
    }
}
