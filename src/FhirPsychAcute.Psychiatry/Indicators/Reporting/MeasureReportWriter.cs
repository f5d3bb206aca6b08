using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reporting;

/// <summary>Writes figures as a MeasureReport of type summary (psychacute-indicator-report; http://hl7.org/fhir/R4/measurereport.html).</summary>
internal static class MeasureReportWriter
{
    private const string Absent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private const string Population = "http://terminology.hl7.org/CodeSystem/measure-population";
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary>Writes it.</summary>
    /// <param name="figures">The figures, masked where they are to be.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="language">Language of texts; displays of codes are Danish as in the guide.</param>
    public static ReadOnlyMemory<byte> Write(MeasureFigures figures, IndicatorQuestion question, Language language)
    {
        using var composer = new ResourceComposer();
        var regions = new Regions(question.Rules.Read("regions"));
        composer.Begin("MeasureReport", null, Guide.Structure("indicator-report"));
        if (figures.Remarks.Count > 0)
        {
            composer.OpenList("extension");
            foreach (var remark in figures.Remarks)
            {
                composer.OpenExtension(Guide.Structure("remark")).Text("valueString", remark.Text(language)).Close();
            }

            composer.CloseList();
        }

        composer.Text("status", "complete").Text("type", "summary").Text("measure", figures.Measure).Time("date", question.At)
            .Reference("reporter", question.Organization)
            .Period("period", question.Period.Start, question.Period.End.AddSeconds(-1));
        composer.OpenList("group");
        foreach (var group in figures.Groups)
        {
            WriteGroup(composer, group, question, regions, language);
        }

        return composer.CloseList().Finish().ToArray();
    }

    private static void WriteGroup(ResourceComposer composer, GroupFigures group, IndicatorQuestion question, Regions regions, Language language)
    {
        composer.OpenItem().Concept("code", Codes.Indicator, group.Code, GuideTerms.Display(Codes.Indicator, group.Code), GuideTerms.Text(Codes.Indicator, group.Code, language));
        WriteFigures(composer, group.Whole, language);
        var stratifiers = group.Stratifiers
            .Where(stratifier => stratifier.Strata.Count > 0 && (question.Stratifiers.Count == 0 || question.Stratifiers.Contains(stratifier.Code, StringComparer.Ordinal))).ToList();
        if (stratifiers.Count > 0)
        {
            composer.OpenList("stratifier");
            foreach (var stratifier in stratifiers)
            {
                WriteStratifier(composer, stratifier, regions, language);
            }

            composer.CloseList();
        }

        composer.Close();
    }

    private static void WriteStratifier(ResourceComposer composer, StratifierFigures stratifier, Regions regions, Language language)
    {
        composer.OpenItem().OpenList("code");
        foreach (var dimension in stratifier.Dimensions)
        {
            composer.ConceptItem(Codes.Stratifier, dimension, GuideTerms.Display(Codes.Stratifier, dimension), GuideTerms.Text(Codes.Stratifier, dimension, language));
        }

        composer.CloseList().OpenList("stratum");
        foreach (var stratum in stratifier.Strata)
        {
            composer.OpenItem();
            if (stratifier.Dimensions.Count == 1)
            {
                StratumValue.Write(composer, "value", stratifier.Dimensions[0], stratum.Values[0], regions, language);
            }
            else
            {
                composer.OpenList("component");
                for (var i = 0; i < stratifier.Dimensions.Count; i++)
                {
                    var dimension = stratifier.Dimensions[i];
                    composer.OpenItem().Concept("code", Codes.Stratifier, dimension, GuideTerms.Display(Codes.Stratifier, dimension), GuideTerms.Text(Codes.Stratifier, dimension, language));
                    StratumValue.Write(composer, "value", dimension, stratum.Values[i], regions, language);
                    composer.Close();
                }

                composer.CloseList();
            }

            WriteFigures(composer, stratum.Figures, language);
            composer.Close();
        }

        composer.CloseList().Close();
    }

    private static void WriteFigures(ResourceComposer composer, CellFigures figures, Language language)
    {
        composer.OpenList("population");
        foreach (var (code, cell) in figures.Populations)
        {
            composer.OpenItem().Concept("code", Population, code);
            if (cell.IsMasked)
            {
                composer.Open("_count").AbsentReason("masked").Close();
            }
            else
            {
                composer.Number("count", cell.Count);
            }

            composer.Close();
        }

        composer.CloseList();
        if (figures.Score is not { } score)
        {
            return;
        }

        composer.Open("measureScore");
        if (figures.IsScoreMasked)
        {
            composer.AbsentReason("masked");
        }
        else if (score.Value is { } value)
        {
            composer.Number("value", value).Text("unit", PsychiatryMessages.Catalogue.Get(language, score.Unit)).Text("system", Ucum).Text("code", score.Code);
        }
        else
        {
            composer.AbsentReason("not-applicable");
        }

        composer.Close();
    }

    private static ResourceComposer AbsentReason(this ResourceComposer composer, string reason) =>
        composer.OpenList("extension").OpenExtension(Absent).Text("valueCode", reason).Close().CloseList();
}
