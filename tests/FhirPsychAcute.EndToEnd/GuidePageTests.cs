using System.Net;

namespace FhirPsychAcute.EndToEnd;

/// <summary>The guide's pages of operations, indicators, forms and rules, as they come without a script.</summary>
public sealed class GuidePageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_front_page_leads_to_operations_indicators_forms_and_rules()
    {
        var page = await PageAsync("/ig", "da");

        foreach (var link in new[] { "OperationDefinition/psychacute-extract", "Measure/psychacute-calls", "Questionnaire/psychacute-triage", "rules" })
        {
            Assert.Contains($"href=\"/ig/{link}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains(">Operationer (", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_shows_how_it_is_called_and_its_parameters()
    {
        var page = await PageAsync("/ig/OperationDefinition/psychacute-care-communication", "en");

        Assert.Contains("<h1>Send a CareCommunication</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<code>[base]/Communication/[id]/$care-communication</code>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"d0\"><code>receiver</code></td><td>0..1</td>", page, StringComparison.Ordinal);
        Assert.Contains("Et kald kan gemme noget.", await PageAsync("/ig/OperationDefinition/psychacute-care-communication", "da"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_with_parts_shows_them_below()
    {
        var page = await PageAsync("/ig/OperationDefinition/psychacute-coercion-status", "da");

        Assert.Contains("<td class=\"d1\"><code>due</code></td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_shows_its_groups_with_what_they_are_divided_by()
    {
        var page = await PageAsync("/ig/Measure/psychacute-calls", "da");

        Assert.Contains("<h2>Det, der tælles</h2>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/ig/CodeSystem/psychacute-stratifier#region\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_shows_its_questions_and_where_the_answers_go()
    {
        var page = await PageAsync("/ig/Questionnaire/psychacute-triage", "da");

        Assert.Contains("<tr id=\"konklusion.hastegrad\"><td class=\"d1\">Hastegrad<br>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/ig/StructureDefinition/psychacute-urgency\">Observation.value[x]</a>", page, StringComparison.Ordinal);
        Assert.Contains("Stilles når ringer.selv = false", page, StringComparison.Ordinal);
        Assert.Contains("<td>1..*</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_stand_with_source_and_whether_it_was_read()
    {
        var page = await PageAsync("/ig/rules", "da");

        Assert.Contains("<h2 id=\"coercion\">coercion</h2>", page, StringComparison.Ordinal);
        Assert.Contains("Det oprindelige svar sendes igen; intet gemmes eller vises to gange", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The original answer is sent again", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">Kilde</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td>nej</td>", page, StringComparison.Ordinal);
        Assert.Contains("The original answer is sent again", await PageAsync("/ig/rules", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_holds_a_script()
    {
        foreach (var path in new[] { "OperationDefinition/psychacute-extract", "Measure/psychacute-calls", "Questionnaire/psychacute-triage", "rules" })
        {
            Assert.DoesNotContain("<script", await PageAsync($"/ig/{path}", "da"), StringComparison.Ordinal);
        }
    }

    private async Task<string> PageAsync(string path, string language)
    {
        var reply = await server.GetAsync(server.Site + path, ("Accept-Language", language), ("Accept", "text/html"));
        Assert.True(reply.Status == 200, $"{path}: {reply.Status}");
        return WebUtility.HtmlDecode(reply.Body);
    }
}
