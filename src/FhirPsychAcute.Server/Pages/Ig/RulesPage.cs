using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>Law and thresholds as the server computes with them: every dated table, each row with its source and whether that was read.</summary>
internal static class RulesPage
{
    /// <summary>Rows of a table that a page shows; the rest is in the file.</summary>
    private const int MaxRows = 500;

    public static Html Write(RuleFolder rules, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        html.Raw("<p class=\"muted\">").Link("/ig", Say("ig-title")).Raw("</p>\n").Element("h1", Say("ig-rules")).Element("p class=\"lead\"", Say("ig-rules-intro")).Raw("<ul>");
        foreach (var table in RuleFolder.Tables)
        {
            html.Raw("<li>").Link($"#{table}", table).Raw("</li>");
        }

        html.Raw("</ul>\n");
        foreach (var table in RuleFolder.Tables)
        {
            Table(html, rules, table, language);
        }

        return html;
    }

    private static void Table(Html html, RuleFolder rules, string table, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        html.Element($"h2 id=\"{table}\"", table);
        IReadOnlyList<RuleRow> rows;
        try
        {
            rows = rules.Read(table);
        }
        catch (RuleException fault)
        {
            // An operator's own table may be wrong; the other tables are shown all the same.
            html.Element("p", fault.Message);
            return;
        }

        if (rows.Count == 0)
        {
            return;
        }

        // The sentence stands once, in the reader's language.
        var (own, other) = language == Language.Danish ? ("da", "en") : ("en", "da");
        var columns = rows[0].Columns.Where(column => column != other || !rows[0].Columns.Contains(own, StringComparer.Ordinal)).ToList();
        html.Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var column in columns)
        {
            html.Element("th scope=\"col\"", column == own ? Say("ig-rule") : column == "source" ? Say("ig-source") : column == "verified" ? Say("ig-verified") : column);
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var row in rows.Take(MaxRows))
        {
            html.Raw("<tr>");
            foreach (var column in columns)
            {
                html.Element("td", column != "verified" ? row.Text(column) : Say(row.IsVerified ? "ig-yes" : "ig-no"));
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }
}
