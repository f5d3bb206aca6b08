using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>
/// What the reader of an answer may see of staff: <c>mask</c> is <c>staff</c> or <c>none</c>; without it, names are masked unless the <c>reader</c> is an organisation of a hospital
/// (S3:606-610). A protected address is never shown.
/// </summary>
/// <param name="Mask">What was asked; null for nothing.</param>
/// <param name="Reader">Organisation on whose behalf it is read; null where it is not told.</param>
internal readonly record struct ReaderView(string? Mask, string? Reader)
{
    /// <summary>Reads the parameters.</summary>
    public static Result<ReaderView> Read(OperationInput input)
    {
        var mask = input.Text("mask");
        return mask is null or "staff" or "none"
            ? new ReaderView(mask, Reference(input, "reader"))
            : new FhirError(StatusCodes.Status400BadRequest, PsychiatryMessages.Error(IssueCode.Value, "privacy.unknown-mask", mask) with { Expression = "mask" });
    }

    /// <summary>A reference that is given as a Reference, or in the URL as text.</summary>
    public static string? Reference(OperationInput input, string name) =>
        input.Value(name) is { Exists: true } reference ? reference.ChildValue("reference") : input.Text(name);

    /// <summary>The view of resources and the places and people that they name.</summary>
    public IResourceView Over(FhirService service, ResourceSet resources, Language language) =>
        Over(service, resources, language, Mask ?? (new Sectors(service.Rules, resources).Of(Reader).Sector == "hospital" ? "none" : "staff"));

    /// <summary>The view with or without masking.</summary>
    public static IResourceView Over(FhirService service, ResourceSet resources, Language language, string mask) =>
        AddressProtection.Over(mask == "none" ? PlainView.Instance : new StaffMasking(resources, service.Pseudonyms, language), resources, language);
}
