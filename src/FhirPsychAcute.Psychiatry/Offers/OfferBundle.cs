using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>
/// Writes the answer as a Bundle of type searchset, in the manner of Patient/$match (http://hl7.org/fhir/R4/patient-operation-match.html): offers as they are stored, best first, how well each
/// fits in <c>search.score</c>, why in the extension psychacute-offer-fit of <c>search</c>, and notes on the whole as an OperationOutcome.
/// </summary>
internal sealed class OfferBundle(OfferAnswer answer, AreaTable areas, OfferTables tables, Language language) : IDisposable
{
    private readonly ResourceComposer json = new();
    private readonly OfferExplanation explanation = new(answer, areas, tables);

    /// <summary>The Bundle as UTF-8 JSON.</summary>
    public byte[] Write(string root, string self)
    {
        json.Begin("Bundle").Text("type", "searchset").Number("total", answer.Found.Count);
        json.OpenList("link").OpenItem().Text("relation", "self").Text("url", self).Close().CloseList();
        var notes = OfferNotes.Of(answer);
        if (answer.Found.Count > 0 || notes.Count > 0)
        {
            json.OpenList("entry");
            // The notes stand first: 112 before any offer.
            if (notes.Count > 0)
            {
                json.OpenItem().Text("fullUrl", $"urn:uuid:{Guid.NewGuid()}").Copy("resource", OperationOutcomeWriter.ToBytes(notes, language)).Open("search").Text("mode", "outcome").Close().Close();
            }

            for (var i = 0; i < answer.Found.Count && i < answer.Query.Count; i++)
            {
                Entry(answer.Found[i], i + 1, root);
            }

            json.CloseList();
        }

        return json.Finish().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void Entry(FoundOffer found, int rank, string root)
    {
        json.OpenItem().Text("fullUrl", $"{root}/HealthcareService/{found.Offer.Id}").Copy("resource", found.Offer.Resource.Bytes.Span);
        json.Open("search").OpenList("extension").OpenExtension(Guide.Structure("offer-fit")).OpenList("extension");
        Fit(found, rank);
        json.CloseList().Close().CloseList();
        json.Text("mode", "match").Number("score", answer.Score(found)).Close().Close();
    }

    private void Fit(FoundOffer found, int rank)
    {
        var offer = found.Offer;
        json.OpenExtension("rank").Number("valuePositiveInt", rank).Close();
        json.OpenExtension("availability").Text("valueCode", found.Availability switch
        {
            Availability.Open => "open",
            Availability.NotTold => "not-told",
            _ => "opens-later",
        }).Close();
        Time("closes", found.Opening.Closes);
        Time("opens", found.Opening.Opens);
        Text("hours", OpeningHoursText.Of(offer.Hours, language));
        Text("telephone", offer.Telephone);
        json.OpenExtension("area").Text("valueCode", OfferSearch.Word(found.Nearness)).Close();
        if (offer.Capacity is { } capacity)
        {
            json.OpenExtension("places").Number("valueUnsignedInt", capacity.Places).Close();
            json.OpenExtension("free").Number("valueUnsignedInt", capacity.Free).Close();
            Time("asOf", capacity.AsOf);
        }

        Time("confirmed", offer.Confirmed);
        foreach (var reason in explanation.Reasons(found))
        {
            Remark("reason", reason);
        }

        foreach (var remark in explanation.Remarks(found))
        {
            Remark("remark", remark);
        }
    }

    private void Remark(string url, OfferRemark remark) =>
        json.OpenExtension(url).Concept("valueCodeableConcept", Guide.Codes("offer-remark"), remark.Code, null, remark.Text(language)).Close();

    private void Time(string url, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.OpenExtension(url).Text("valueDateTime", DanishTime.Text(known)).Close();
        }
    }

    private void Text(string url, string? text)
    {
        if (text is not null)
        {
            json.OpenExtension(url).Text("valueString", text).Close();
        }
    }
}
