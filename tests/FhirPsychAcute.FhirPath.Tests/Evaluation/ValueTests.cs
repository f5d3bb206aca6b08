using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Evaluation;

/// <summary>What the suite leaves open: values of FHIR types, dates, quantities, functions at their edges.</summary>
public sealed class ValueTests
{
    private static Element Observation => R4.Resource(
        """
        {'resourceType':'Observation','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8310-5'}],'text':'Temp'},'effectiveDateTime':'2024-02-29T10:00:00+01:00',
         'valueQuantity':{'value':37.50,'unit':'C','system':'http://unitsofmeasure.org','code':'Cel'},
         'referenceRange':[{'low':{'value':36,'unit':'Cel','system':'http://unitsofmeasure.org','code':'Cel'},'high':{'value':99.5,'system':'http://unitsofmeasure.org','code':'[degF]'},'age':{'high':{'value':2,'system':'http://unitsofmeasure.org','code':'a'}}}],
         '_issued':{'extension':[{'url':'http://x.example/e','valueCode':'masked'}]},
         'component':[{'code':{'text':'a'},'valueQuantity':{'value':1,'comparator':'<','system':'http://unitsofmeasure.org','code':'mg'}},{'code':{'text':'b'},'valueString':' Two  words '}]}
        """);

    [Theory]
    [InlineData("value > 37 'Cel'", "true")]
    [InlineData("value > 98 '[degF]'", "true")]
    [InlineData("value.value.toString()", "37.50")]
    [InlineData("referenceRange.low < referenceRange.high", "true")]
    [InlineData("@2020-02-29 + referenceRange.age.high", "2022-02-28")]
    [InlineData("(effective + 1 year).toString()", "2025-02-28T10:00:00+01:00")]
    [InlineData("effective = @2024-02-29T09:00:00Z", "true")]
    [InlineData("effective.toDate()", "2024-02-29")]
    [InlineData("effective ~ @2024-02-29T10:00:00+01:00", "true")]
    [InlineData("component[1].value ~ 'two WORDS'", "true")]
    [InlineData("code.coding.system = 'http://loinc.org' and code.coding.code in ('a' | '8310-5')", "true")]
    [InlineData("'Temp' = code.text", "true")]
    [InlineData("status = 'final' and status != 'amended'", "true")]
    [InlineData("issued.hasValue() or issued.extension('http://x.example/e').value = 'masked'", "true")]
    [InlineData("code = code and code ~ code", "true")]
    [InlineData("component.code.text.join('-')", "a-b")]
    [InlineData("component.select($index)", "0,1")]
    [InlineData("(code | component.code | code.coding).repeat(children()).where($this is string).count()", "4")]
    [InlineData("descendants().where($this = 1).count()", "1")]
    [InlineData("component.value.ofType(string)", " Two  words ")]
    [InlineData("value is Quantity and value is Element and (value is Age).not()", "true")]
    [InlineData("status is code and status is string and (status is System.String).not()", "true")]
    [InlineData("%resource.status & %context.code.text", "finalTemp")]
    [InlineData("children().count() = 8 and descendants().where($this is Coding).count() = 1", "true")]
    [InlineData("value.type().name & '/' & 1.type().name", "Quantity/Integer")]
    [InlineData("status.value = 'final' and code.coding.code.value.matches('^[0-9-]+$')", "true")]
    [InlineData("(status | code.text).value.count()", "2")]
    [InlineData("issued.value.exists() or status.value.value.exists()", "false")]
    public void Elements_take_part_as_their_system_values(string expression, string result) => Assert.Equal(result, string.Join(",", R4.Evaluate(expression, Observation)));

    [Fact]
    public void A_time_written_with_escapes_is_the_time_that_it_means() =>
        Assert.Equal(
            "true",
            string.Join(",", R4.Evaluate("effective <= @2024-02-29T10:00:00+01:00", R4.Resource("{'resourceType':'Observation','effectiveDateTime':'2024-02-29T10:00:00\\u002B01:00'}"))));

    [Theory]
    [InlineData("component[0].value < 2 'mg'")]
    [InlineData("issued < now()")]
    [InlineData("value = {}")]
    [InlineData("@2015-02 = @2015-02-01")]
    [InlineData("@T10 > @T10:30")]
    [InlineData("1 year = 1 'a'")]
    [InlineData("10 / 0")]
    [InlineData("2147483647 + 1")]
    [InlineData("@9999-12-31 + 1 day")]
    [InlineData("{} and {}")]
    [InlineData("'x'.toInteger()")]
    [InlineData("@2015.toTime()")]
    [InlineData("5 'mg' > 3 'm'")]
    [InlineData("value.nothing.nowhere")]
    public void What_cannot_be_told_is_empty(string expression) => Assert.Empty(R4.Evaluate(expression, Observation));

    [Theory]
    [InlineData("12 months = 1 year", "true")]
    [InlineData("1 month > 24 hours and 1 day != 1 year and 365 days = 1 year", "true")]
    [InlineData("2 * 1 year", "2 year")]
    [InlineData("6 days / 4", "1.5 days")]
    [InlineData("6 'm' / 4", "1.5 'm'")]
    [InlineData("6 'm' / 4 's'", "1.5 'm/s'")]
    [InlineData("'a' & {} & 'b'", "ab")]
    [InlineData("1.type() | 'a'.type()", "System.Integer,System.String")]
    [InlineData("1 'd' = 24 hours", "true")]
    [InlineData("1 year ~ 1 'a'", "true")]
    [InlineData("4040 'mg' ~ 4 'g'", "true")]
    [InlineData("5 'mg' = 3 'm'", "false")]
    [InlineData("3 'km' + 200 'm' = 3.2 'km'", "true")]
    [InlineData("@2016-02-29 - 1 year", "2015-02-28")]
    [InlineData("@2014 + 24 months", "2016")]
    [InlineData("@2014-03 - 1 month", "2014-02")]
    [InlineData("@T23:30 + 45 minutes", "00:15")]
    [InlineData("@T01:00 - 2 hours", "23:00")]
    [InlineData("@2015-02-04T23:59:59.999Z + 1 millisecond", "2015-02-05T00:00:00.000Z")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("5L + 1", "6")]
    [InlineData("7 div 2 * 2 + 7 mod 2", "7")]
    [InlineData("'a,b,,c'.split(',').count()", "4")]
    [InlineData("'abcabc'.lastIndexOf('b')", "4")]
    [InlineData("'line\nbreak'.matches('^line.break$')", "true")]
    [InlineData("'30/11/1972'.replaceMatches('\\\\b(?<d>\\\\d{1,2})/(?<m>\\\\d{1,2})/(?<y>\\\\d{2,4})\\\\b', '${m}-${d}-${y}')", "11-30-1972")]
    [InlineData("(1 | 2 | 3).all($this > 0)", "true")]
    [InlineData("(3 | 1 | 2).sort().first() + (3 | 1 | 2).sort($this desc).first()", "4")]
    [InlineData("('a' | 'b').select($this & $index.toString())", "a0,b1")]
    [InlineData("5.defineVariable('x', $this + 1).select($this * %x)", "30")]
    [InlineData("(1.combine(1)).union(2).count()", "2")]
    [InlineData("1.5.round() | (-1.5).round()", "2,-2")]
    [InlineData("'1.10'.toDecimal().toString()", "1.10")]
    [InlineData("'5 days'.toQuantity()", "5 days")]
    [InlineData("5000 'mg'.toQuantity('g')", "5 'g'")]
    [InlineData("'æ'.upper() & 'Ø'.lower()", "Æø")]
    [InlineData("'1995-12'.toDate()", "1995-12")]
    [InlineData("@2015-02-04T14:34:28.123456+09:30.toString()", "2015-02-04T14:34:28.123456+09:30")]
    [InlineData("now() = now() and today() = today() and timeOfDay() = timeOfDay()", "true")]
    [InlineData("iif(true, 1, 1/0) | iif({}, 2, 3)", "1,3")]
    [InlineData("(1 | 2 | 3 | 4).where($this mod 2 = 0).select($this * 10)", "20,40")]
    [InlineData("(1 | 2).exclude(2).exists() implies (1 | 2) contains 2", "true")]
    [InlineData("%`ext-patient-birthTime`", "http://hl7.org/fhir/StructureDefinition/patient-birthTime")]
    public void Values_are_reckoned_as_the_specification_says(string expression, string result) => Assert.Equal(result, string.Join(",", R4.Evaluate(expression, Observation)));

    [Theory]
    [InlineData("component.code.text.substring(0)", "line 1, column 21: substring() wants a single item, but there are 2")]
    [InlineData("(component | referenceRange) and true", "line 1, column 30: a logical value wants a single item, but there are 3")]
    [InlineData("value < 'a'", "line 1, column 7: a comparison wants two values of one type, not System.Quantity and System.String")]
    [InlineData("%nowhere", "line 1, column 1: there is no variable %nowhere")]
    [InlineData("status.memberOf('http://x.example/vs')", "line 1, column 8: memberOf() cannot be checked: this evaluation has no terminology")]
    [InlineData("component.value as Quantity", "line 1, column 17: as wants a single item, but there are 2")]
    [InlineData("component.value is Quantity", "line 1, column 17: is wants a single item, but there are 2")]
    [InlineData("'a' & 1", "line 1, column 5: & wants a String, not System.Integer")]
    [InlineData("component.where(code.text | code)", "line 1, column 27: a logical value wants a single item, but there are 2")]
    [InlineData("'a' + 1", "line 1, column 5: the operator + does not fit System.String and System.Integer")]
    [InlineData("@2015 + 1 'kg'", "line 1, column 7: dates and times take quantities of time only")]
    [InlineData("elementDefinition()", "line 1, column 1: elementDefinition() wants a profile's definition, which this evaluation does not have")]
    public void Errors_say_what_was_wanted(string expression, string reason) =>
        Assert.Equal(reason, Assert.Throws<FhirPathException>(() => R4.Evaluate(expression, Observation)).Message);

    [Theory]
    [InlineData("defineVariable('a', 1).defineVariable('b', %a + 1).select(%a + %b)", "3")]
    [InlineData("component.defineVariable('texts', code.text).select(code.text & %texts.count().toString())", "a2,b2")]
    [InlineData("component.select(defineVariable('t', code.text).select(%t & %t))", "aa,bb")]
    [InlineData("defineVariable('a', defineVariable('b', 'x').select(%b & %b)).select(%a)", "xx")]
    [InlineData("defineVariable('a', 1).select(%a) | defineVariable('a', 2).select(%a)", "1,2")]
    public void Variables_are_seen_by_what_follows_in_their_chain(string expression, string result) => Assert.Equal(result, string.Join(",", R4.Evaluate(expression, Observation)));

    [Theory]
    [InlineData("defineVariable('a', 1).defineVariable('a', 2)")]
    [InlineData("defineVariable('context', 1)")]
    [InlineData("defineVariable('a', 1) | select(%a)")]
    [InlineData("component.select(defineVariable('t', code.text)).select(%t)")]
    [InlineData("defineVariable('a', %a).select(%a)")]
    public void Variables_are_not_redefined_nor_seen_elsewhere(string expression) => Assert.Throws<FhirPathException>(() => R4.Evaluate(expression, Observation));

    [Fact]
    public void Definitions_of_elements_come_from_the_context()
    {
        var definition = R4.Resource("{'resourceType':'StructureDefinition','url':'http://x.example/s','name':'S','status':'draft','kind':'complex-type','abstract':false,'type':'Observation'}");
        var context = new EvaluationContext
        {
            ElementDefinition = element => element.Name == "code" ? definition : default,
            IsInSlice = (element, structure, slice) => structure == "http://x.example/s" && element.Child("code").ChildValue("text") == slice,
        };
        Assert.Equal(["S"], R4.Evaluate("code.elementDefinition().name | status.elementDefinition().name", Observation, context));
        Assert.Equal(["1"], R4.Evaluate("component.slice('http://x.example/s', 'b').count()", Observation, context));
    }

    [Fact]
    public void Variables_and_terminology_come_from_the_context()
    {
        var context = new EvaluationContext
        {
            Variables = new Dictionary<string, IReadOnlyList<FhirPathValue>>(StringComparer.Ordinal) { ["limits"] = [FhirPathValue.Of(1), FhirPathValue.Of(2)] },
            Terminology = new OnlyFinal(),
        };
        Assert.Equal(["3"], R4.Evaluate("%limits.aggregate($total + $this, 0)", Observation, context));
        Assert.Equal(["true"], R4.Evaluate("status.memberOf('http://x.example/known')", Observation, context));
        Assert.Empty(R4.Evaluate("status.memberOf('http://x.example/unknown')", Observation, context));
    }

    [Fact]
    public void Trace_tells_the_caller_and_passes_its_input_on()
    {
        var traced = new List<string>();
        var context = new EvaluationContext { Trace = (name, items) => traced.Add($"{name}:{items.Count}") };
        Assert.Equal(["2"], R4.Evaluate("component.trace('all').trace('text', code.text).count()", Observation, context));
        Assert.Equal(["all:2", "text:2"], traced);
    }

    [Fact]
    public void An_invariant_that_gives_nothing_is_what_the_caller_says()
    {
        var invariant = CompiledExpression.Compile("component[0].value < 2 'mg'", R4.Schema);
        Assert.True(invariant.IsTrue(Observation, whenEmpty: true));
        Assert.False(invariant.IsTrue(Observation));
    }

    [Fact]
    public void One_compiled_expression_serves_many_threads()
    {
        var expression = CompiledExpression.Compile("component.where(code.text = 'b').value.ofType(string).substring(1, 3)", R4.Schema);
        var observation = Observation;
        Parallel.For(0, 2000, _ =>
        {
            var results = new List<FhirPathValue>();
            expression.Evaluate(observation, results);
            Assert.Equal("Two", results.Single().ToText());
        });
    }

    private sealed class OnlyFinal : ITerminologyQuestions
    {
        public bool? IsMember(FhirPathValue coded, string valueSet) =>
            valueSet.EndsWith("/known", StringComparison.Ordinal) ? coded.ToText() == "final" : null;

        public bool? Subsumes(FhirPathValue general, FhirPathValue special) => null;
    }
}
