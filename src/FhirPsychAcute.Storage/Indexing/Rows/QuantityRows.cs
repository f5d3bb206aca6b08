using System.Buffers.Text;
using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Rows of quantity parameters (R4 search 3.1.1.4.11): Quantity and its kinds, Money, Range, SampledData. A comparator opens the range:
/// <c>&lt; 5</c> is everything below 5. Where the human unit differs from the code it makes a row of its own, for searches by unit without system.
/// </summary>
internal sealed class QuantityRows(int number) : IndexAction
{
    private const string CurrencySystem = "urn:iso:std:iso:4217";

    public override void Run(Element element, IndexRun run)
    {
        switch (run.Names.Shape(element.Type))
        {
            case ValueShape.Quantity:
                if (TryQuantity(element, run, out var low, out var high, out var unit))
                {
                    Add(unit, low, high, run);
                }

                break;
            case ValueShape.Money:
                Money(element, run);
                break;
            case ValueShape.Range:
                Range(element, run);
                break;
            case ValueShape.SampledData:
                SampledData(element, run);
                break;
            case ValueShape.Primitive:
                if (TryDouble(element, out var value))
                {
                    run.Quantity(number, "", "", value, value);
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

    /// <summary>The value of a decimal or integer as the double nearest to it.</summary>
    internal static bool TryDouble(Element primitive, out double value)
    {
        value = 0;
        return primitive.HasValue && Utf8Parser.TryParse(primitive.RawValue, out value, out var used) && used == primitive.RawValue.Length && double.IsFinite(value);
    }

    private static bool TryQuantity(Element quantity, IndexRun run, out double low, out double high, out Unit unit)
    {
        (low, high) = (0, 0);
        var names = run.Names;
        var hasValue = false;
        Element comparator = default;
        unit = default;
        foreach (var child in quantity.Children)
        {
            var id = child.NameId;
            if (id == names.Value)
            {
                hasValue = TryDouble(child, out low);
                high = low;
            }
            else if (id == names.Comparator)
            {
                comparator = child;
            }
            else if (id == names.System)
            {
                unit.System = child;
            }
            else if (id == names.Code)
            {
                unit.Code = child;
            }
            else if (id == names.Unit)
            {
                unit.Human = child;
            }
        }

        if (hasValue && comparator.Exists)
        {
            Open(comparator, ref low, ref high);
        }

        return hasValue;
    }

    private static void Open(Element comparator, ref double low, ref double high)
    {
        if (comparator.ValueEquals("<"u8))
        {
            (low, high) = (double.NegativeInfinity, Math.BitDecrement(high));
        }
        else if (comparator.ValueEquals("<="u8))
        {
            low = double.NegativeInfinity;
        }
        else if (comparator.ValueEquals(">"u8))
        {
            (low, high) = (Math.BitIncrement(low), double.PositiveInfinity);
        }
        else if (comparator.ValueEquals(">="u8))
        {
            high = double.PositiveInfinity;
        }
    }

    private void Money(Element money, IndexRun run)
    {
        var currency = "";
        double value = 0;
        var hasValue = false;
        foreach (var child in money.Children)
        {
            if (child.NameId == run.Names.Value)
            {
                hasValue = TryDouble(child, out value);
            }
            else if (child.NameId == run.Names.Currency)
            {
                currency = run.Text(child) ?? "";
            }
        }

        if (hasValue)
        {
            run.Quantity(number, currency.Length > 0 ? CurrencySystem : "", currency, value, value);
        }
    }

    private void Range(Element range, IndexRun run)
    {
        var low = double.NegativeInfinity;
        var high = double.PositiveInfinity;
        Unit unit = default;
        var any = false;
        foreach (var child in range.Children)
        {
            if (child.NameId == run.Names.Low && TryQuantity(child, run, out low, out _, out var ofLow))
            {
                (unit, any) = (ofLow, true);
            }
            else if (child.NameId == run.Names.High && TryQuantity(child, run, out _, out high, out var ofHigh))
            {
                (unit, any) = (any ? unit : ofHigh, true);
            }
        }

        if (any)
        {
            Add(unit, Math.Min(low, high), Math.Max(low, high), run);
        }
    }

    /// <summary>Sampled data cover the range from their least to their greatest sample.</summary>
    private void SampledData(Element sampled, IndexRun run)
    {
        Unit unit = default;
        double origin = 0, factor = 1;
        var hasOrigin = false;
        Element data = default;
        foreach (var child in sampled.Children)
        {
            if (child.NameId == run.Names.Origin)
            {
                hasOrigin = TryQuantity(child, run, out origin, out _, out unit);
            }
            else if (child.NameId == run.Names.Factor)
            {
                _ = TryDouble(child, out factor);
            }
            else if (child.NameId == run.Names.Data)
            {
                data = child;
            }
        }

        if (!hasOrigin)
        {
            return;
        }

        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var sample in (data.Exists ? data.Value ?? "" : "").AsSpan().Split(' '))
        {
            // E, U and L stand for errors and samples beyond the limits: they say nothing about the value.
            if (double.TryParse((data.Value ?? "").AsSpan()[sample], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                var actual = origin + (value * factor);
                (low, high) = (Math.Min(low, actual), Math.Max(high, actual));
            }
        }

        if (low <= high)
        {
            Add(unit, low, high, run);
        }
    }

    private void Add(Unit unit, double low, double high, IndexRun run)
    {
        var system = run.Text(unit.System) ?? "";
        var code = run.Text(unit.Code) ?? "";
        var human = run.Text(unit.Human) ?? "";
        if (code.Length == 0 && system.Length == 0)
        {
            run.Quantity(number, "", human, low, high);
            return;
        }

        run.Quantity(number, system, code, low, high);
        if (human.Length > 0 && human != code)
        {
            run.Quantity(number, "", human, low, high);
        }
    }

    private struct Unit
    {
        public Element System;
        public Element Code;
        public Element Human;
    }
}
