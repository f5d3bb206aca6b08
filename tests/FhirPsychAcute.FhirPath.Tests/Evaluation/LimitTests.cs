using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Evaluation;

/// <summary>Hostile expressions end in an error.</summary>
public sealed class LimitTests
{
    private static Element Patient => R4.Resource("{'resourceType':'Patient','name':[{'family':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'}]}");

    [Theory]
    [InlineData("repeat($this.toString() & 'a')", "a")]
    [InlineData("'a'.repeat($this & 'a')", "steps")]
    [InlineData("1.repeat($this + 1)", "steps")]
    [InlineData("'1234567890'.toChars().select('1234567890'.toChars()).select('1234567890'.toChars()).select('1234567890'.toChars()).select('1234567890'.toChars()).select('1234567890'.toChars()).select('1234567890'.toChars()).count()", "steps")]
    public void Work_without_end_is_stopped(string expression, string reason)
    {
        var fault = Record.Exception(() => R4.Evaluate(expression, Patient, new EvaluationContext { MaxSteps = 500_000 }));
        if (fault is not null)
        {
            Assert.IsType<FhirPathException>(fault);
            Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("('1234567890123456789012345678901234567890'.toChars()).aggregate($total & $total, 'a')")]
    [InlineData("('1234567890123456789012345678901234567890'.toChars()).aggregate($total + $total, 'a')")]
    [InlineData("('1234567890123456789012345678901234567890'.toChars()).aggregate($total.replace('a', 'aaaa'), 'a')")]
    [InlineData("('1234567890123456789012345678901234567890'.toChars()).aggregate($total.replaceMatches('a', 'aaaa'), 'a')")]
    [InlineData("('1234567890123456789012345678901234567890'.toChars()).aggregate($total.combine($total).join($total.first()), 'aa')")]
    public void Strings_do_not_grow_without_bound(string expression) =>
        Assert.Throws<FhirPathException>(() => R4.Evaluate(expression, Patient));

    [Fact]
    public void Collections_do_not_grow_without_bound() =>
        Assert.Throws<FhirPathException>(() => R4.Evaluate("('1234567890123456789012345678901234567890'.toChars()).aggregate($total.combine($total), 1).count()", Patient));

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_ends()
    {
        var fault = Record.Exception(() => R4.Evaluate("Patient.name.family.matches('^(?=(a+)+$)((a+)+)+$')", Patient, new EvaluationContext { RegexTimeout = TimeSpan.FromMilliseconds(50) }));
        Assert.IsType<FhirPathException>(fault);
        Assert.Equal(["false"], R4.Evaluate("Patient.name.family.matches('^(a+)+$')", Patient));
    }

    [Fact]
    public void The_time_of_an_evaluation_is_bounded()
    {
        var hostile = "'12345678901234567890'.toChars().select('12345678901234567890'.toChars()).select('12345678901234567890'.toChars()).select('12345678901234567890'.toChars()).select('12345678901234567890'.toChars()).select('12345678901234567890'.toChars()).where($this = 'x').empty()";
        var fault = Assert.Throws<FhirPathException>(() => R4.Evaluate(hostile, Patient, new EvaluationContext { MaxSteps = long.MaxValue, MaxDuration = TimeSpan.FromMilliseconds(20) }));
        Assert.EndsWith("the evaluation took longer than 0.02 seconds", fault.Message, StringComparison.Ordinal);
    }
}
