namespace FhirPsychAcute.Server;

/// <summary>In which of FHIR's forms a resource is written (http://hl7.org/fhir/R4/formats.html).</summary>
internal enum ContentFormat : byte
{
    /// <summary>http://hl7.org/fhir/R4/json.html</summary>
    Json,
    /// <summary>http://hl7.org/fhir/R4/xml.html</summary>
    Xml,
}
