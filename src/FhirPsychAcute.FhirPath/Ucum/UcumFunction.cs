namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>
/// The pair of functions of a special unit: from its scale to the proper unit it stands on, and back (UCUM § 21, § 22).
/// Temperatures are exact in decimal; logarithms go through double.
/// </summary>
internal abstract class UcumFunction
{
    /// <summary>Factor of the proper unit that the special scale stands on.</summary>
    public Rational Proper { get; private init; }

    /// <summary>The amount in the proper unit for a number on the special scale.</summary>
    public abstract Rational ToProper(Rational value);

    /// <summary>The number on the special scale for an amount in the proper unit; null where the function is not defined.</summary>
    public abstract Rational? FromProper(Rational value);

    /// <summary>The function that UCUM names so, standing on a proper unit of that factor; null when there is none.</summary>
    public static UcumFunction? ByName(string name, Rational proper) => name switch
    {
        "Cel" => new Offset(Rational.Parse("273.15")) { Proper = proper },
        "degF" => new Offset(Rational.Parse("459.67")) { Proper = proper },
        "degRe" => new Offset(Rational.Parse("218.52")) { Proper = proper },
        "pH" => new Curve(x => Math.Pow(10, -x), y => -Math.Log10(y)) { Proper = proper },
        "ln" => new Curve(Math.Exp, Math.Log) { Proper = proper },
        "lg" => new Curve(x => Math.Pow(10, x), Math.Log10) { Proper = proper },
        "lgTimes2" => new Curve(x => Math.Pow(10, x / 2), y => 2 * Math.Log10(y)) { Proper = proper },
        "ld" => new Curve(x => Math.Pow(2, x), Math.Log2) { Proper = proper },
        "sqrt" => new Curve(x => x * x, Math.Sqrt) { Proper = proper },
        "tanTimes100" or "100tan" => new Curve(x => Math.Atan(x / 100), y => 100 * Math.Tan(y)) { Proper = proper },
        "hpX" => new Curve(x => Math.Pow(10, -x), y => -Math.Log10(y)) { Proper = proper },
        "hpC" => new Curve(x => Math.Pow(100, -x), y => -Math.Log10(y) / 2) { Proper = proper },
        "hpM" => new Curve(x => Math.Pow(1000, -x), y => -Math.Log10(y) / 3) { Proper = proper },
        "hpQ" => new Curve(x => Math.Pow(50000, -x), y => -Math.Log(y) / Math.Log(50000)) { Proper = proper },
        _ => null,
    };

    /// <summary>A scale whose zero is not the dimension's zero.</summary>
    private sealed class Offset(Rational zero) : UcumFunction
    {
        public override Rational ToProper(Rational value) => Add(value, zero, 1);

        public override Rational? FromProper(Rational value) => Add(value, zero, -1);

        private static Rational Add(Rational left, Rational right, int sign) =>
            Rational.Of((left.Numerator * right.Denominator) + (sign * right.Numerator * left.Denominator), left.Denominator * right.Denominator);
    }

    /// <summary>A scale that is not linear.</summary>
    private sealed class Curve(Func<double, double> toProper, Func<double, double> fromProper) : UcumFunction
    {
        public override Rational ToProper(Rational value) => Of(toProper(value.IsZero ? 0 : value.ToDouble())) ?? default;

        public override Rational? FromProper(Rational value) => Of(fromProper(value.IsZero ? 0 : value.ToDouble()));

        private static Rational? Of(double value) => double.IsFinite(value)
            ? Rational.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
