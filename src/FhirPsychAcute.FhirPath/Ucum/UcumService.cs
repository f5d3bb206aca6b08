using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>
/// Units of measure by the Unified Code for Units of Measure (https://ucum.org): validates, reduces to base units, converts and compares.
/// Conversions between proportional units are exact; results have up to 28 significant digits. Safe for any number of threads.
/// </summary>
public static class UcumService
{
    /// <summary>Code system of UCUM in FHIR.</summary>
    public const string System = "http://unitsofmeasure.org";

    private const int MaxCodeLength = 512;
    private const int MaxCached = 4096;

    private static readonly ConcurrentDictionary<string, UcumUnit> Atoms = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, UcumUnit> Units = new(StringComparer.Ordinal);

    /// <summary>Why the code is not a UCUM unit; null when it is one.</summary>
    public static UcumFault? Validate(string code) => TryParse(code, out _, out var fault) ? null : fault;

    /// <summary>Reads a unit.</summary>
    /// <param name="code">Case sensitive code (c/s).</param>
    /// <param name="unit">The unit, when the code is one.</param>
    /// <param name="fault">What is wrong otherwise.</param>
    public static bool TryParse(string code, [NotNullWhen(true)] out UcumUnit? unit, [NotNullWhen(false)] out UcumFault? fault)
    {
        fault = null;
        if (Units.TryGetValue(code, out unit))
        {
            return true;
        }

        if (code.Length > MaxCodeLength)
        {
            unit = null;
            fault = new UcumFault($"a unit of more than {MaxCodeLength} characters is not supported", MaxCodeLength);
            return false;
        }

        unit = UcumParser.Parse(code, Atom, out fault);
        if (unit is null)
        {
            fault ??= new UcumFault("not a unit", 0);
            return false;
        }

        if (Units.Count < MaxCached)
        {
            Units.TryAdd(code, unit);
        }

        return true;
    }

    /// <summary>The same amount in base units; false when the code is no unit or the amount fits no decimal.</summary>
    public static bool TryCanonicalise(decimal value, string code, out decimal canonicalValue, [NotNullWhen(true)] out string? canonicalCode)
    {
        canonicalCode = null;
        canonicalValue = 0;
        if (!TryParse(code, out var unit, out _) || !ToBase(value, unit).TryToDecimal(out canonicalValue))
        {
            return false;
        }

        canonicalCode = unit.CanonicalCode;
        return true;
    }

    /// <summary>Converts an amount; false when a code is no unit, the dimensions differ, or the result fits no decimal.</summary>
    public static bool TryConvert(decimal value, string from, string to, out decimal converted)
    {
        converted = 0;
        if (!TryParse(from, out var source, out _) || !TryParse(to, out var target, out _) || !source.IsComparableTo(target))
        {
            return false;
        }

        var amount = ToBase(value, source);
        if (target.Function is null)
        {
            return (amount / target.Factor).TryToDecimal(out converted);
        }

        return target.Function.FromProper(amount / target.Function.Proper) is { } scale
            && (scale / ScaleFactor(target)).TryToDecimal(out converted);
    }

    /// <summary>Compares two amounts; null when a code is no unit or the dimensions differ.</summary>
    public static int? Compare(decimal leftValue, string leftCode, decimal rightValue, string rightCode)
    {
        if (!TryParse(leftCode, out var left, out _) || !TryParse(rightCode, out var right, out _) || !left.IsComparableTo(right))
        {
            return null;
        }

        var (x, y) = (ToBase(leftValue, left), ToBase(rightValue, right));
        return (x.Numerator * y.Denominator).CompareTo(y.Numerator * x.Denominator);
    }

    private static Rational ToBase(decimal value, UcumUnit unit) => unit.Function is null
        ? Rational.Of(value) * unit.Factor
        : unit.Function.ToProper(Rational.Of(value) * ScaleFactor(unit)) * unit.Function.Proper;

    // A special unit's factor is that of the proper unit it stands on; a prefix or number before it scales the number on its own scale (§ 22).
    private static Rational ScaleFactor(UcumUnit special) => special.Factor / special.Function!.Proper;

    private static UcumUnit Atom(string code)
    {
        if (Atoms.TryGetValue(code, out var known))
        {
            return known;
        }

        var definition = UcumTable.Instance.Atoms[code];
        UcumUnit unit;
        if (definition.IsBase || (definition.IsArbitrary && definition.Definition == "1"))
        {
            unit = new UcumUnit(Rational.One, new SortedDictionary<string, int>(StringComparer.Ordinal) { [code] = 1 });
        }
        else
        {
            var terms = UcumParser.Parse(definition.Definition, Atom, out var fault)
                ?? throw new InvalidOperationException($"The table defines {code} by '{definition.Definition}': {fault?.Message}.");
            unit = terms.Scale(Rational.Parse(definition.Value));
            if (definition.Function is { } name)
            {
                var function = UcumFunction.ByName(name, unit.Factor) ?? throw new InvalidOperationException($"The table names the unknown function '{name}'.");
                unit = new UcumUnit(unit.Factor, unit.PowerTable, function);
            }
        }

        return Atoms.GetOrAdd(code, unit);
    }
}
