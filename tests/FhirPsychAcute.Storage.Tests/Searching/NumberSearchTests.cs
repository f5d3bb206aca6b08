namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class NumberSearchTests(NumberSearchTests.Data data) : IClassFixture<NumberSearchTests.Data>
{
    [Theory]
    [InlineData("RiskAssessment?probability=0.5", "half")]
    [InlineData("RiskAssessment?probability=0.4", "forty fortyfive")]
    [InlineData("RiskAssessment?probability=0.40", "forty")]
    [InlineData("RiskAssessment?probability=ne0.5", "forty fortyfive range")]
    [InlineData("RiskAssessment?probability=gt0.4", "fortyfive half range")]
    [InlineData("RiskAssessment?probability=ge0.44", "fortyfive half range")]
    [InlineData("RiskAssessment?probability=lt0.44", "forty range")]
    [InlineData("RiskAssessment?probability=le0.4", "forty range")]
    [InlineData("RiskAssessment?probability=sa0.4", "fortyfive half")]
    [InlineData("RiskAssessment?probability=eb0.5", "forty fortyfive")]
    [InlineData("RiskAssessment?probability=ap0.46", "fortyfive half range")]
    [InlineData("RiskAssessment?probability=5e-1", "half")]
    public async Task Compares_numbers(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Theory]
    // R4 search 3.1.1.4.11, the specification's own examples.
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|mg", "g mg")]
    [InlineData("Observation?value-quantity=5.40e-3|http://unitsofmeasure.org|g", "g mg")]
    [InlineData("Observation?value-quantity=5400|http://unitsofmeasure.org|ug", "g mg")]
    [InlineData("Observation?value-quantity=gt5.3|http://unitsofmeasure.org|mg", "g mg more")]
    [InlineData("Observation?value-quantity=lt5.4|http://unitsofmeasure.org|mg", "less")]
    [InlineData("Observation?value-quantity=38.0|http://unitsofmeasure.org|Cel", "warm")]
    [InlineData("Observation?value-quantity=100.4|http://unitsofmeasure.org|[degF]", "warm")]
    [InlineData("Observation?value-quantity=lt37|http://unitsofmeasure.org|Cel", "")]
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|mL", "")]
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|nonsense", "")]
    [InlineData("Observation?value-quantity=5.4||mg", "mg unit")]
    [InlineData("Observation?value-quantity=5.4", "mg unit")]
    [InlineData("Observation?value-quantity=5.40", "mg unit")]
    [InlineData("Observation?value-quantity=5.5||mg", "")]
    [InlineData("Observation?value-quantity=le5.4|http://unitsofmeasure.org|mg", "g less mg")]
    [InlineData("Observation?value-quantity=lt5||mg", "less")]
    [InlineData("Observation?value-quantity=gt100||mg", "more")]
    [InlineData("Observation?value-quantity=ap5.0||mg", "less mg unit")]
    [InlineData("Observation?value-quantity=5.4||milligram", "mg")]
    public async Task Compares_quantities(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Theory]
    [InlineData("Observation?code-value-quantity=http://loinc.org|1$5.4||mg", "mg")]
    [InlineData("Observation?code-value-quantity=1$gt5", "mg")]
    [InlineData("Observation?code-value-quantity=http://loinc.org|2$5.4", "")]
    [InlineData("Observation?component-code-value-quantity=8480-6$gt110", "pressure")]
    [InlineData("Observation?component-code-value-quantity=8480-6$lt100", "")]
    [InlineData("Observation?component-code-value-quantity=8462-4$lt100", "pressure")]
    [InlineData("Observation?combo-code-value-quantity=8462-4$lt100,http://loinc.org|1$5.4", "mg pressure")]
    [InlineData("Observation?component-code-value-concept=http://c|a$http://v|1", "pressure")]
    [InlineData("Observation?component-code-value-concept=a$2", "")]
    public async Task Composites_hold_within_one_element(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            Risk("half", "\"probabilityDecimal\":0.5"),
            Risk("forty", "\"probabilityDecimal\":0.4"),
            Risk("fortyfive", "\"probabilityDecimal\":0.4499"),
            Risk("range", "\"probabilityRange\":{\"low\":{\"value\":0.2},\"high\":{\"value\":0.8}}"),
            Quantity("mg", "1", """ "value":5.4,"unit":"milligram","system":"http://unitsofmeasure.org","code":"mg" """),
            Quantity("g", "3", """ "value":0.0054,"system":"http://unitsofmeasure.org","code":"g" """),
            Quantity("warm", "4", """ "value":311.15,"system":"http://unitsofmeasure.org","code":"K" """),
            Quantity("unit", "3", """ "value":5.4,"unit":"mg" """),
            Quantity("less", "3", """ "value":5,"comparator":"<","system":"http://unitsofmeasure.org","code":"mg" """),
            Quantity("more", "3", """ "value":100,"comparator":">","system":"http://unitsofmeasure.org","code":"mg" """),
            """
            {"resourceType":"Observation","id":"pressure","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
             "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":120}},
                          {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":80}},
                          {"code":{"coding":[{"system":"http://c","code":"a"}]},"valueCodeableConcept":{"coding":[{"system":"http://v","code":"1"}]}},
                          {"code":{"coding":[{"system":"http://c","code":"b"}]},"valueCodeableConcept":{"coding":[{"system":"http://v","code":"2"}]}}]}
            """,
        ];

        private static string Risk(string id, string probability) =>
            $$"""{"resourceType":"RiskAssessment","id":"{{id}}","status":"final","subject":{"reference":"Patient/1"},"prediction":[ { {{probability}} } ] }""";

        private static string Quantity(string id, string code, string quantity) =>
            $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]},"valueQuantity":{ {{quantity}} } }""";
    }
}
