using System.Globalization;
using System.Text;

namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>
/// A UCUM unit reduced to base units: an exact factor, powers of the seven base units and of arbitrary units (which are comparable to nothing but themselves),
/// and for units such as Cel or [pH] the function between their scale and that of the rest (UCUM §§ 18-22).
/// </summary>
public sealed class UcumUnit
{
    private readonly SortedDictionary<string, int> powers;

    internal UcumUnit(Rational factor, SortedDictionary<string, int> powers, UcumFunction? function = null)
    {
        Factor = factor;
        this.powers = powers;
        Function = function;
    }

    internal Rational Factor { get; }

    internal UcumFunction? Function { get; }

    internal SortedDictionary<string, int> PowerTable => powers;

    /// <summary>Whether the unit has no dimension (and no arbitrary unit in it).</summary>
    public bool IsDimensionless => powers.Count == 0;

    /// <summary>Whether the unit's scale is not proportional to its dimension: Cel, [degF], [pH], bel and their like.</summary>
    public bool IsSpecial => Function is not null;

    /// <summary>The base units with their powers in a fixed order, <c>1</c> without dimension: <c>g.m-1.s-2</c> for every pressure.</summary>
    public string CanonicalCode
    {
        get
        {
            if (powers.Count == 0)
            {
                return "1";
            }

            var text = new StringBuilder();
            foreach (var (code, power) in powers)
            {
                text.Append(text.Length > 0 ? "." : "").Append(code);
                if (power != 1)
                {
                    text.Append(power.ToString(CultureInfo.InvariantCulture));
                }
            }

            return text.ToString();
        }
    }

    /// <summary>Whether amounts of both units measure the same dimension.</summary>
    public bool IsComparableTo(UcumUnit other) => powers.Count == other.powers.Count && powers.SequenceEqual(other.powers);

    internal static UcumUnit Multiply(UcumUnit left, UcumUnit right, int sign)
    {
        var product = new SortedDictionary<string, int>(left.powers, StringComparer.Ordinal);
        foreach (var (code, power) in right.powers)
        {
            var sum = product.GetValueOrDefault(code) + (sign * power);
            if (sum == 0)
            {
                product.Remove(code);
            }
            else
            {
                product[code] = sum;
            }
        }

        return new UcumUnit(sign > 0 ? left.Factor * right.Factor : left.Factor / right.Factor, product);
    }

    internal UcumUnit Pow(int exponent)
    {
        var raised = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, power) in powers)
        {
            if (power * exponent != 0)
            {
                raised[code] = power * exponent;
            }
        }

        return new UcumUnit(Factor.Pow(exponent), raised);
    }

    internal UcumUnit Scale(Rational factor) => new(Factor * factor, powers, Function);
}
