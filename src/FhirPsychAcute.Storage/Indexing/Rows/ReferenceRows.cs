using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Rows of reference parameters (R4 search 3.1.1.4.12): Reference, canonical, uri, and resources inside a Bundle. A reference to a contained resource makes no row,
/// since what is contained cannot be found on its own. The identifier of a logical reference makes a token row for <c>:identifier</c>.
/// </summary>
internal sealed class ReferenceRows(int number, int identifierNumber) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Reference:
                foreach (var child in element.Children)
                {
                    if (child.NameId == run.Names.Reference)
                    {
                        Literal(child, run);
                    }
                    else if (child.NameId == run.Names.Identifier && identifierNumber > 0)
                    {
                        Identifier(child, run);
                    }
                }

                break;
            case ValueShape.Primitive when element.Type.Primitive is PrimitiveKind.Canonical or PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Oid or PrimitiveKind.Uuid:
                Canonical(element, run);
                break;
            case ValueShape.Resource:
                foreach (var child in element.ChildrenNamed(run.Names.IdName))
                {
                    if (run.Text(child) is { } id)
                    {
                        run.Reference(new(number, element.Type.Name, id, "", ""));
                    }
                }

                break;
            case ValueShape.Extension:
                foreach (var child in element.ChildrenNamed(run.Names.Value))
                {
                    Run(child, run);
                }

                break;
        }
    }

    private void Literal(Element reference, IndexRun run)
    {
        if (reference.HasValue)
        {
            Add(reference.Utf8Value, run);
        }
    }

    private void Add(ReadOnlySpan<byte> text, IndexRun run)
    {
        var target = ReferenceTarget.Parse(text, run.Environment.Schema);
        var texts = run.Environment.Texts;
        switch (target.Kind)
        {
            case ReferenceKind.Resource when target.BaseUrl.IsEmpty || run.Environment.IsOwn(target.BaseUrl):
                run.Reference(new(number, target.Type!.Name, texts.Get(target.Id), "", texts.Get(target.Version)));
                break;
            case ReferenceKind.Resource or ReferenceKind.Other:
                run.Reference(new(number, "", "", texts.Get(target.WithoutVersion), texts.Get(target.Version)));
                break;
        }
    }

    private void Canonical(Element canonical, IndexRun run)
    {
        if (run.Text(canonical) is not { Length: > 0 } text || text[0] == '#')
        {
            return;
        }

        // Canonicals of resources on this server may be written as references are; below the own base they are both.
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        var url = canonical.Utf8Value;
        var target = ReferenceTarget.Parse(bar < 0 ? url : url[..url.IndexOf((byte)'|')], run.Environment.Schema);
        if (target.Kind == ReferenceKind.Resource && (target.BaseUrl.IsEmpty || run.Environment.IsOwn(target.BaseUrl)))
        {
            run.Reference(new(number, target.Type!.Name, run.Environment.Texts.Get(target.Id), "", bar < 0 ? "" : text[(bar + 1)..]));
            if (target.BaseUrl.IsEmpty)
            {
                return;
            }
        }

        run.Reference(bar < 0 ? new(number, "", "", text, "") : new(number, "", "", text[..bar], text[(bar + 1)..]));
    }

    private void Identifier(Element identifier, IndexRun run)
    {
        string? system = null, value = null;
        foreach (var child in identifier.Children)
        {
            if (child.NameId == run.Names.System)
            {
                system = run.Text(child);
            }
            else if (child.NameId == run.Names.Value)
            {
                value = run.Text(child);
            }
        }

        if (value is not null)
        {
            run.Token(identifierNumber, system ?? "", value);
        }
    }
}
