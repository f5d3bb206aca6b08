using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Extensions on items that bound their answers: those of R4 and of Structured Data Capture.</summary>
internal static class FormExtensions
{
    public const string MinOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
    public const string MaxOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
    public const string MinValue = "http://hl7.org/fhir/StructureDefinition/minValue";
    public const string MaxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
    public const string MinQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity";
    public const string MaxQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity";
    public const string MaxDecimalPlaces = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
    public const string MinLength = "http://hl7.org/fhir/StructureDefinition/minLength";
    public const string Regex = "http://hl7.org/fhir/StructureDefinition/regex";
    public const string EntryFormat = "http://hl7.org/fhir/StructureDefinition/entryFormat";
    public const string MimeType = "http://hl7.org/fhir/StructureDefinition/mimeType";
    public const string MaxSize = "http://hl7.org/fhir/StructureDefinition/maxSize";
    public const string UnitOption = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
    public const string UnitValueSet = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet";
    public const string ReferenceResource = "http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource";
    public const string ReferenceProfile = "http://hl7.org/fhir/StructureDefinition/questionnaire-referenceProfile";
    public const string OptionExclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
    public const string EnableWhenExpression = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";
    public const string KantaEnableWhen = "http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen";
    public const string DerivationType = "http://hl7.org/fhir/StructureDefinition/questionnaire-derivationType";
    public const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";

    /// <summary>The values of all extensions of that url on an element.</summary>
    public static IEnumerable<Element> Values(Element holder, string url)
    {
        foreach (var extension in holder.ChildrenNamed("extension"))
        {
            if (extension.Child("url").ValueEquals(System.Text.Encoding.UTF8.GetBytes(url)) && extension.Child("value") is { Exists: true } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>The value of the first extension of that url; no element when there is none.</summary>
    public static Element Value(Element holder, string url) => holder.Child("extension").Exists ? Values(holder, url).FirstOrDefault() : default;

    /// <summary>The whole number of the first extension of that url; null when there is none.</summary>
    public static int? Number(Element holder, string url) => Value(holder, url) is { Exists: true } value && value.TryGetDecimal(out var number) && Math.Abs(number) < int.MaxValue ? (int)number : null;
}
