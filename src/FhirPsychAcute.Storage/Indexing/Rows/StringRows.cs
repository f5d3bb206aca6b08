using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of string parameters (R4 search 3.1.1.4.8): each part of a name or address is a value of its own.</summary>
internal sealed class StringRows(int number) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Primitive:
                Add(element, run);
                break;
            case ValueShape.HumanName:
                HumanName(element, run);
                break;
            case ValueShape.Address:
                Address(element, run);
                break;
            case ValueShape.CodeableConcept:
                foreach (var text in element.ChildrenNamed(run.Names.Text))
                {
                    Add(text, run);
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

    private void HumanName(Element name, IndexRun run)
    {
        var names = run.Names;
        var hasText = false;
        Element family = default, given = default;
        foreach (var child in name.Children)
        {
            var id = child.NameId;
            if (id == names.Family)
            {
                family = child;
            }
            else if (id == names.Given)
            {
                given = given.Exists ? given : child;
            }
            else if (id == names.Text)
            {
                hasText = true;
            }
            else if (id != names.Prefix && id != names.Suffix)
            {
                continue;
            }

            Add(child, run);
        }

        // People search by the whole name; where it is not written as text it is put together.
        if (!hasText && family.Exists && given.Exists)
        {
            run.String(number, WholeName(name, run));
        }
    }

    private static string WholeName(Element name, IndexRun run)
    {
        var whole = "";
        foreach (var given in name.ChildrenNamed(run.Names.Given))
        {
            whole = $"{whole}{run.Text(given)} ";
        }

        foreach (var family in name.ChildrenNamed(run.Names.Family))
        {
            whole += run.Text(family);
        }

        return whole;
    }

    private void Address(Element address, IndexRun run)
    {
        var names = run.Names;
        foreach (var child in address.Children)
        {
            var id = child.NameId;
            if (id == names.Text || id == names.Line || id == names.City || id == names.District || id == names.State || id == names.PostalCode || id == names.Country)
            {
                Add(child, run);
            }
        }
    }

    private void Add(Element primitive, IndexRun run)
    {
        if (run.Text(primitive) is { } text)
        {
            run.String(number, text);
        }
    }
}
