using System.Text;

namespace FhirPsychAcute.Model.Tests.Xml.Narrative;

public sealed class NarrativeRuleTests
{
    [Theory]
    [InlineData("<p>Text</p>")]
    [InlineData("<h1 id=\"a\" class=\"b\" style=\"color: red\" title=\"c\" lang=\"da\" xml:lang=\"da\" dir=\"ltr\">x</h1>")]
    [InlineData("<table border=\"1\"><caption>c</caption><colgroup><col span=\"2\"/></colgroup><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\" align=\"left\">1</td></tr></tbody></table>")]
    [InlineData("<a name=\"a\"/><a href=\"#a\">x</a><a href=\"https://example.dk/x?a=1&amp;b=javascript:\">y</a>")]
    [InlineData("<img src=\"#pic\" alt=\"\"/>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\"/>")]
    [InlineData("<img src=\"http://example.dk/x.png\"/>")]
    [InlineData("<blockquote cite=\"http://a.dk\"><address>a</address><kbd>b</kbd><bdo dir=\"rtl\">c</bdo><!-- c --></blockquote>")]
    [InlineData("&#160;")]
    [InlineData("<![CDATA[x]]>")]
    public void Formatting_links_and_images_are_allowed(string content)
    {
        Assert.Empty(Check(content));
        Assert.True(NarrativeRules.Holds(Div(content)));
    }

    [Theory]
    [InlineData("x<script>alert(1)</script>", "Element script")]
    [InlineData("x<SCRIPT/>", "Element SCRIPT")]
    [InlineData("x<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "Element script")]
    [InlineData("x<form action=\"/\"><input type=\"text\"/></form>", "Element form|Attribute action|Element input")]
    [InlineData("x<iframe src=\"http://a.dk\"/>", "Element iframe")]
    [InlineData("x<object data=\"a\"/>", "Element object|Attribute data")]
    [InlineData("x<style>p {}</style>", "Element style")]
    [InlineData("x<link rel=\"stylesheet\" href=\"a.css\"/>", "Element link")]
    [InlineData("<font color=\"red\">x</font>", "Element font|Attribute color")]
    [InlineData("<p onclick=\"f()\">x</p>", "Attribute onclick")]
    [InlineData("<p x1=\"a\">x</p>", "Attribute x1")]
    [InlineData("<del>x</del>", "Element del")]
    [InlineData("<a href=\"javascript:f()\">x</a>", "ActiveContent href")]
    [InlineData("<a href=\" java&#x09;script&#58;f()\">x</a>", "ActiveContent href")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "ActiveContent href")]
    [InlineData("<img alt=\"x\"/>", "Image img|Empty")]
    [InlineData("<p> &#32;\n</p><br/>", "Empty")]
    [InlineData("", "Empty")]
    public void Everything_else_is_told(string content, string expected)
    {
        Assert.Equal(expected, string.Join('|', Check(content).Select(violation => $"{violation.Rule} {violation.Name}".TrimEnd())));
        Assert.False(NarrativeRules.Holds(Div(content)));
    }

    [Fact]
    public void A_link_that_nobody_can_follow_is_told_but_breaks_no_invariant()
    {
        const string Content = "<p><a href=\"urn:uuid:7221aa91-d9e1-44fa-8b90-c5a8c7caeade\">x</a></p>";

        Assert.Equal([new NarrativeViolation(NarrativeRule.Link, "href", "The address in 'href' has a scheme that a reader cannot follow.", 45)], Check(Content));
        Assert.Null(Check(Content)[0].Invariant);
        Assert.True(NarrativeRules.Holds(Div(Content)));
    }

    [Fact]
    public void A_violation_names_its_invariant_place_and_reason()
    {
        var violations = Check("<p onclick=\"f()\"> </p>");

        Assert.Equal(
            [
                new NarrativeViolation(NarrativeRule.Attribute, "onclick", "The attribute 'onclick' is not allowed in a narrative.", 42),
                new NarrativeViolation(NarrativeRule.Empty, null, "The narrative has no content: neither text nor an image.", 0),
            ],
            violations);
        Assert.Equal(["txt-1", "txt-2"], violations.Select(violation => violation.Invariant));
    }

    [Fact]
    public void Markup_that_is_no_XHTML_breaks_the_rule_of_form() =>
        Assert.Equal(
            [new NarrativeViolation(NarrativeRule.Form, null, "'div' is not well-formed XHTML: an element has no end tag.", 0)],
            NarrativeRules.Check("<div xmlns='http://www.w3.org/1999/xhtml'><p>"u8));

    [Fact]
    public void The_narrative_of_a_resource_is_checked_as_it_reads_without_JSON_escapes()
    {
        var document = R4.Document("""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><scr\u0069pt/>x</div>"}}""");

        Assert.Equal("script", Assert.Single(NarrativeRules.Check(document.Root.Child("text").Child("div"))).Name);
    }

    [OfficialExamplesFact]
    public void The_official_examples_keep_the_rules_apart_from_known_ones()
    {
        var breaking = new List<string>();
        foreach (var file in OfficialExamples.Instances)
        {
            if (R4.Read(file.Read()).Document!.Root.Child("text") is { Exists: true } text && NarrativeRules.Check(text.Child("div")) is { Count: > 0 } violations)
            {
                breaking.Add($"{file.Name}: {string.Join(", ", violations.Select(violation => $"{violation.Rule} {violation.Name}".TrimEnd()).Distinct(StringComparer.Ordinal))}");
            }
        }

        Assert.Equal(
            [
                "ActivityDefinition-blood-tubes-supply: Empty",
                "ActivityDefinition-heart-valve-replacement: Empty",
                "EventDefinition-example: Empty",
                "Questionnaire-zika-virus-exposure-assessment: Empty",
            ],
            breaking);
    }

    private static byte[] Div(string content) => Encoding.UTF8.GetBytes($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{content}</div>");

    private static IReadOnlyList<NarrativeViolation> Check(string content) => NarrativeRules.Check(Div(content));
}
