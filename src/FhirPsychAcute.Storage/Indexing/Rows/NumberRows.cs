using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of number parameters (R4 search 3.1.1.4.6): decimals, integers, and Ranges of them. The value counts exactly; only search values imply a precision.</summary>
internal sealed class NumberRows(int number) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Primitive:
                if (QuantityRows.TryDouble(element, out var value))
                {
                    run.Number(number, value, value);
                }

                break;
            case ValueShape.Range:
                Range(element, run);
                break;
            case ValueShape.Quantity or ValueShape.Extension:
                foreach (var child in element.ChildrenNamed(run.Names.Value))
                {
                    Run(child, run);
                }

                break;
        }
    }

    private void Range(Element range, IndexRun run)
    {
        var low = double.NegativeInfinity;
        var high = double.PositiveInfinity;
        var any = false;
        foreach (var limit in range.Children)
        {
            foreach (var child in limit.ChildrenNamed(run.Names.Value))
            {
                if (!QuantityRows.TryDouble(child, out var value))
                {
                    continue;
                }

                any = true;
                if (limit.NameId == run.Names.Low)
                {
                    low = value;
                }
                else if (limit.NameId == run.Names.High)
                {
                    high = value;
                }
            }
        }

        if (any)
        {
            run.Number(number, Math.Min(low, high), Math.Max(low, high));
        }
    }
}
