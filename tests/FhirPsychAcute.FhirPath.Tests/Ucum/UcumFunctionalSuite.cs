using System.Globalization;
using System.Xml.Linq;
using FhirPsychAcute.FhirPath.Ucum;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.FhirPath.Tests.Ucum;

/// <summary>The functional tests of UCUM: validation and conversion cases of the suite, and its table of units.</summary>
public sealed class UcumFunctionalSuite
{
    private const string Suite = "conformance/ucum/UcumFunctionalTests.xml";
    private const string Essence = "conformance/ucum/ucum-essence.xml";

    [ConformanceFact(Suite)]
    public void Every_validation_case_has_the_outcome_of_the_suite()
    {
        var wrong = new List<string>();
        foreach (var test in Cases("validation"))
        {
            var unit = (string)test.Attribute("unit")!;
            var expected = (bool)test.Attribute("valid")!;
            if (UcumService.Validate(unit) is var fault && (fault is null) != expected)
            {
                wrong.Add($"{(string)test.Attribute("id")!}: '{unit}' {fault?.Message ?? "accepted"}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [ConformanceFact(Suite)]
    public void Every_conversion_case_gives_the_outcome_of_the_suite_to_its_digits()
    {
        var wrong = new List<string>();
        foreach (var test in Cases("conversion"))
        {
            var value = decimal.Parse((string)test.Attribute("value")!, NumberStyles.Float, CultureInfo.InvariantCulture);
            var outcome = (string)test.Attribute("outcome")!;
            var expected = decimal.Parse(outcome, NumberStyles.Float, CultureInfo.InvariantCulture);
            var converts = UcumService.TryConvert(value, (string)test.Attribute("srcUnit")!, (string)test.Attribute("dstUnit")!, out var actual);
            var digits = outcome.Split('e', 'E')[0].Count(char.IsAsciiDigit);
            if (!converts || Math.Abs(actual - expected) > Math.Abs(expected) * (decimal)Math.Pow(10, 1 - Math.Min(digits, 10)))
            {
                wrong.Add($"{(string)test.Attribute("id")!}: {value} {(string)test.Attribute("srcUnit")!} -> {(converts ? actual : "nothing")}, expected {outcome}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [ConformanceFact(Essence)]
    public void Every_unit_of_the_published_table_is_known_and_has_the_published_size()
    {
        XNamespace ns = "http://unitsofmeasure.org/ucum-essence";
        var wrong = new List<string>();
        foreach (var unit in XDocument.Load(ConformanceData.Locate(Essence)).Root!.Elements(ns + "unit"))
        {
            var code = (string)unit.Attribute("Code")!;
            var value = unit.Element(ns + "value")!;
            if (UcumService.Validate(code) is { } fault)
            {
                wrong.Add($"{code}: {fault.Message}");
            }
            else if (value.Element(ns + "function") is null && (string?)unit.Attribute("isArbitrary") != "yes")
            {
                // The power of ten goes into the unit: constants such as Planck's are too small for a decimal.
                var parts = ((string)value.Attribute("value")!).ToLowerInvariant().Split('e');
                var number = decimal.Parse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture);
                var unitOfValue = (string)value.Attribute("Unit")!;
                var terms = parts.Length == 1 ? unitOfValue : $"10*{parts[1]}{(unitOfValue.StartsWith('/') ? "" : ".")}{unitOfValue}";
                // Some published numbers are rounded, so the sizes may differ by one in 10^12.
                if (UcumService.Compare(1_000_000_000_000, code, number * 999_999_999_999, terms) is not 1
                    || UcumService.Compare(1_000_000_000_000, code, number * 1_000_000_000_001, terms) is not -1)
                {
                    wrong.Add($"{code}: not {number} {terms}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<XElement> Cases(string section) =>
        XDocument.Load(ConformanceData.Locate(Suite)).Root!.Elements(section).Elements("case");
}
