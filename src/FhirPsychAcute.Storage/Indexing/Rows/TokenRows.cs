using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of token parameters (R4 search 3.1.1.4.10): Coding, CodeableConcept, Identifier, ContactPoint, code, boolean, string, uri.</summary>
internal sealed class TokenRows(int number, int textNumber, int ofTypeNumber) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Primitive:
                if (run.Text(element) is { } value)
                {
                    var system = element.Type.Primitive == PrimitiveKind.Code ? element.Schema?.ImplicitSystem ?? "" : "";
                    run.Token(number, system, value);
                }

                break;
            case ValueShape.Coding:
                Coding(element, run);
                break;
            case ValueShape.CodeableConcept:
                Concept(element, run);
                break;
            case ValueShape.Identifier:
                Identifier(element, run);
                break;
            case ValueShape.ContactPoint:
                ContactPoint(element, run);
                break;
            case ValueShape.Extension:
                foreach (var child in element.ChildrenNamed(run.Names.Value))
                {
                    Run(child, run);
                }

                break;
        }
    }

    public override void Run(FhirPathValue value, IndexRun run)
    {
        if (value.Kind == FhirPathKind.Boolean)
        {
            run.Token(number, "", value.AsBoolean ? "true" : "false");
        }
        else if (value.Kind == FhirPathKind.String)
        {
            run.Token(number, "", value.AsString);
        }
    }

    private void Concept(Element concept, IndexRun run)
    {
        foreach (var child in concept.Children)
        {
            if (child.NameId == run.Names.Coding)
            {
                Coding(child, run);
            }
            else if (child.NameId == run.Names.Text)
            {
                Text(child, run);
            }
        }
    }

    private void Coding(Element coding, IndexRun run)
    {
        Element system = default, code = default;
        foreach (var child in coding.Children)
        {
            if (child.NameId == run.Names.System)
            {
                system = child;
            }
            else if (child.NameId == run.Names.Code)
            {
                code = child;
            }
            else if (child.NameId == run.Names.Display)
            {
                Text(child, run);
            }
        }

        Token(system, code, run);
    }

    private void Identifier(Element identifier, IndexRun run)
    {
        Element system = default, value = default, type = default;
        foreach (var child in identifier.Children)
        {
            if (child.NameId == run.Names.System)
            {
                system = child;
            }
            else if (child.NameId == run.Names.Value)
            {
                value = child;
            }
            else if (child.NameId == run.Names.Type)
            {
                type = child;
            }
        }

        Token(system, value, run);
        if (type.Exists)
        {
            IdentifierType(type, run.Text(value), run);
        }
    }

    private void IdentifierType(Element type, string? value, IndexRun run)
    {
        foreach (var child in type.Children)
        {
            if (child.NameId == run.Names.Text)
            {
                Text(child, run);
            }
            else if (child.NameId == run.Names.Coding && ofTypeNumber > 0 && value is not null)
            {
                Element system = default, code = default;
                foreach (var part in child.Children)
                {
                    if (part.NameId == run.Names.System)
                    {
                        system = part;
                    }
                    else if (part.NameId == run.Names.Code)
                    {
                        code = part;
                    }
                }

                if (run.Text(code) is { } typeCode)
                {
                    run.Token(ofTypeNumber, run.Text(system) ?? "", OfTypeCode(typeCode, value));
                }
            }
        }
    }

    /// <summary>How an identifier's type code and value stand in one row for <c>:of-type</c>.</summary>
    internal static string OfTypeCode(string typeCode, string value) => $"{typeCode}|{value}";

    // A phone number or mail address is found as written, and also without the spaces and capitals that people put in.
    private void ContactPoint(Element contact, IndexRun run)
    {
        Element system = default, value = default;
        foreach (var child in contact.Children)
        {
            if (child.NameId == run.Names.System)
            {
                system = child;
            }
            else if (child.NameId == run.Names.Value)
            {
                value = child;
            }
        }

        if (run.Text(value) is not { } text)
        {
            return;
        }

        var kind = run.Text(system) ?? "";
        run.Token(number, kind, text);
        if (HasSpaceOrCapital(text))
        {
            run.Token(number, kind, text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
        }
    }

    private static bool HasSpaceOrCapital(string text)
    {
        foreach (var c in text)
        {
            if (c == ' ' || char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private void Token(Element system, Element code, IndexRun run)
    {
        var systemText = run.Text(system);
        var codeText = run.Text(code);
        if (systemText is not null || codeText is not null)
        {
            run.Token(number, systemText ?? "", codeText ?? "");
        }
    }

    private void Text(Element text, IndexRun run)
    {
        if (textNumber > 0 && run.Text(text) is { } value)
        {
            run.String(textNumber, value);
        }
    }
}
