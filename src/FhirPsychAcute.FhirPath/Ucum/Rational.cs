using System.Globalization;
using System.Numerics;

namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>An exact fraction in lowest terms with a positive denominator; unit factors multiply without rounding.</summary>
internal readonly struct Rational : IEquatable<Rational>
{
    private readonly BigInteger denominatorLessOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    public static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator { get; }

    // Stored less one so that default(Rational) is the valid fraction 0/1.
    public BigInteger Denominator => denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        return new Rational(numerator / divisor, denominator / divisor);
    }

    public static Rational Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | new BigInteger((uint)bits[0]);
        var scale = (bits[3] >> 16) & 0xFF;
        return Of(value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, scale));
    }

    /// <summary>Reads a decimal literal of any length, with exponent: <c>254e-2</c>.</summary>
    public static Rational Parse(ReadOnlySpan<char> text)
    {
        var exponentAt = text.IndexOfAny('e', 'E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var number = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent >= 0 ? Of(number * BigInteger.Pow(10, exponent), 1) : Of(number, BigInteger.Pow(10, -exponent));
    }

    public Rational Pow(int exponent) => exponent >= 0
        ? new Rational(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : Of(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(Numerator, -exponent));

    /// <summary>The nearest decimal with up to 28 significant digits; false when it is too large for one. What is too small becomes 0.</summary>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (Numerator.IsZero)
        {
            return true;
        }

        var magnitude = BigInteger.Abs(Numerator);
        var whole = magnitude / Denominator;
        if (whole > new BigInteger(decimal.MaxValue))
        {
            return false;
        }

        var wholeDigits = whole.IsZero ? 0 : (int)Math.Floor(BigInteger.Log10(whole)) + 1;
        var scale = Math.Clamp(28 - wholeDigits, 0, 28);
        var scaled = BigInteger.DivRem(magnitude * BigInteger.Pow(10, scale), Denominator, out var remainder);
        if (remainder * 2 >= Denominator)
        {
            scaled += 1;
        }

        while (scale > 0 && (scaled % 10).IsZero)
        {
            scaled /= 10;
            scale--;
        }

        if (scaled > new BigInteger(decimal.MaxValue))
        {
            return false;
        }

        value = (decimal)scaled / Power10(scale);
        value = Numerator.Sign < 0 ? -value : value;
        return true;
    }

    public double ToDouble() => Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator)) * Numerator.Sign;

    public static Rational operator *(Rational left, Rational right) => Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) => Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public bool Equals(Rational other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    private static decimal Power10(int scale)
    {
        var value = 1m;
        for (var i = 0; i < scale; i++)
        {
            value *= 10m;
        }

        return value;
    }
}
