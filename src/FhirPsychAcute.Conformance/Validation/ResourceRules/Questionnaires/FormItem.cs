using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>One item of a Questionnaire, with what checking answers asks of it again and again.</summary>
internal sealed class FormItem
{
    private readonly List<FormItem> items = [];

    public FormItem(Element element, FormItem? parent, int order)
    {
        Element = element;
        Parent = parent;
        Order = order;
        Depth = parent is null ? 0 : parent.Depth + 1;
        LinkId = element.ChildValue("linkId") ?? "";
        Text = element.ChildValue("text");
        TypeCode = element.ChildValue("type");
        Kind = ItemKinds.Of(TypeCode);
        Required = IsTrue("required");
        Repeats = IsTrue("repeats");
        Options = [.. element.ChildrenNamed("answerOption").ToList()];
        AnswerValueSet = element.ChildValue("answerValueSet");
        foreach (var child in element.ChildrenNamed("item"))
        {
            items.Add(new FormItem(child, this, items.Count));
        }
    }

    /// <summary>Questionnaire.item.</summary>
    public Element Element { get; }

    /// <summary>The item around; null at the top.</summary>
    public FormItem? Parent { get; }

    /// <summary>Place among its siblings.</summary>
    public int Order { get; }

    /// <summary>How many items are around.</summary>
    public int Depth { get; }

    public string LinkId { get; }

    public string? Text { get; }

    /// <summary>The type as written.</summary>
    public string? TypeCode { get; }

    public ItemKind Kind { get; }

    public bool Required { get; }

    public bool Repeats { get; }

    /// <summary>Its answerOptions.</summary>
    public IReadOnlyList<Element> Options { get; }

    /// <summary>Canonical of the value set of answers; null for none.</summary>
    public string? AnswerValueSet { get; }

    /// <summary>The items inside.</summary>
    public IReadOnlyList<FormItem> Items => items;

    /// <summary>Whether the item is this one or inside it.</summary>
    public bool Holds(FormItem other)
    {
        var at = other;
        while (at.Depth > Depth)
        {
            at = at.Parent!;
        }

        return ReferenceEquals(at, this);
    }

    private bool IsTrue(string name) => Element.Child(name) is { Exists: true } child && child.TryGetBoolean(out var value) && value;
}
