using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of date parameters (R4 search 3.1.1.4.7): date, dateTime, instant, Period, and of a Timing its outer limits.</summary>
internal sealed class DateRows(int number) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Primitive:
                if (TryRead(element, run, out var range))
                {
                    run.Date(number, range.Start, range.End);
                }

                break;
            case ValueShape.Period:
                if (TryPeriod(element, run, out range))
                {
                    run.Date(number, range.Start, range.End);
                }

                break;
            case ValueShape.Timing:
                Timing(element, run);
                break;
            case ValueShape.Extension:
                foreach (var child in element.ChildrenNamed(run.Names.Value))
                {
                    Run(child, run);
                }

                break;
        }
    }

    private static bool TryRead(Element date, IndexRun run, out DateRange range)
    {
        return DateRange.TryParse(date.Utf8Value, run.Environment.Options.TimeZone, out range);
    }

    private static bool TryPeriod(Element period, IndexRun run, out DateRange range)
    {
        var start = long.MinValue;
        var end = long.MaxValue;
        var any = false;
        foreach (var child in period.Children)
        {
            if (child.NameId == run.Names.Start && TryRead(child, run, out var limit))
            {
                start = limit.Start;
                any = true;
            }
            else if (child.NameId == run.Names.End && TryRead(child, run, out limit))
            {
                end = limit.End;
                any = true;
            }
        }

        // A period whose end lies before its start covers nothing that overlap rules could speak of: its limits in order are searched.
        range = start <= end ? new(start, end) : new(end, start);
        return any;
    }

    // R4: "the specified scheduling details are ignored and only the outer limits matter".
    private void Timing(Element timing, IndexRun run)
    {
        var start = long.MaxValue;
        var end = long.MinValue;
        foreach (var child in timing.Children)
        {
            if (child.NameId == run.Names.Event && TryRead(child, run, out var range))
            {
                (start, end) = (Math.Min(start, range.Start), Math.Max(end, range.End));
            }
            else if (child.NameId == run.Names.Repeat)
            {
                foreach (var bounds in child.ChildrenNamed(run.Names.Bounds))
                {
                    if (run.Names.Shape(bounds.Type) == ValueShape.Period && TryPeriod(bounds, run, out range))
                    {
                        (start, end) = (Math.Min(start, range.Start), Math.Max(end, range.End));
                    }
                }
            }
        }

        if (start <= end)
        {
            run.Date(number, start, end);
        }
    }
}
