using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Reads offers from HealthcareService resources; what is missing or cannot be understood is told as such, never guessed.</summary>
internal static class OfferReading
{
    /// <summary>An offer in use; null for other services, and for those that are not active.</summary>
    /// <param name="service">The HealthcareService.</param>
    /// <param name="address">What stands for its id where it has none yet.</param>
    /// <param name="areas">Regions and municipalities.</param>
    public static Offer? Read(ResourceDocument service, string address, AreaTable areas)
    {
        var root = service.Root;
        var types = Codes(root, "type", Guide.Codes("offer-type"));
        if ((root.Child("active") is { Exists: true } active && active.TryGetBoolean(out var used) && !used) ||
            (types.Count == 0 && !service.Claims(Guide.Structure("offer"))))
        {
            return null;
        }

        var characteristics = Codes(root, "characteristic", Guide.Codes("offer-characteristic"));
        var groups = new List<string>();
        var others = new List<string>();
        foreach (var eligibility in root.ChildrenNamed("eligibility"))
        {
            if (eligibility.Child("code") is { Exists: true } code)
            {
                if (code.CodeOf(Guide.Codes("age-group")) is { } group)
                {
                    groups.Add(group);
                }
                else if (Words(code) is { } words)
                {
                    others.Add(words);
                }
            }

            if (eligibility.ChildValue("comment") is { } comment)
            {
                others.Add(comment);
            }
        }

        return new Offer
        {
            Resource = service,
            Id = service.Id ?? address,
            Name = root.ChildValue("name") ?? "",
            Types = types,
            Characteristics = characteristics,
            AgeGroups = groups,
            OtherEligibility = others,
            Languages = [.. Languages(root).Distinct(StringComparer.Ordinal)],
            Coverage = CoverageOf(root, areas),
            Hours = OpeningHoursReading.Read(root, characteristics.Contains("staffed-24h")),
            HoursInWords = InWords(root),
            Telephone = TelephoneOf(root),
            Capacity = CapacityOf(root),
            Confirmed = root.ExtensionOf(Guide.Structure("confirmed")).ExtensionOf("time").TimeIn("value"),
            NeedsAppointment = root.Child("appointmentRequired") is { Exists: true } appointment && appointment.TryGetBoolean(out var needed) && needed,
            NeedsReferral = root.Child("referralMethod").Exists && !characteristics.Contains("self-referral"),
        };
    }

    private static List<string> Codes(Element root, string name, string system)
    {
        var codes = new List<string>();
        foreach (var concept in root.ChildrenNamed(name))
        {
            if (concept.CodeOf(system) is { } code)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    private static IEnumerable<string> Languages(Element root)
    {
        foreach (var concept in root.ChildrenNamed("communication").ToList())
        {
            foreach (var coding in concept.ChildrenNamed("coding").ToList())
            {
                if (coding.ChildValue("code") is { Length: > 0 } code)
                {
                    yield return Primary(code);
                }
            }
        }
    }

    /// <summary>The language of a tag without region or script: <c>ar</c> of <c>ar-SY</c>.</summary>
    public static string Primary(string tag) => (tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? tag[..end] : tag).ToLowerInvariant();

    private static string? Words(Element concept)
    {
        if (concept.ChildValue("text") is { } text)
        {
            return text;
        }

        var coding = concept.Child("coding");
        return coding.Exists ? coding.ChildValue("display") ?? coding.ChildValue("code") : null;
    }

    private static Coverage CoverageOf(Element root, AreaTable areas)
    {
        var covered = new CoverageBuilder();
        var isNamed = false;
        foreach (var area in root.ReferencesIn("coverageArea"))
        {
            isNamed = true;
            areas.AddLocation(area, covered);
        }

        // An offer that names no area is for the citizens of whoever provides it; an organisation of civil society has no borders.
        var isNationwide = false;
        if (!isNamed && !areas.AddOrganization(root.ReferenceIn("providedBy"), covered))
        {
            isNationwide = root.HasCode("category", Guide.Codes("offer-category"), "civil-society");
        }

        return covered.ToCoverage(isNationwide);
    }

    private static List<string> InWords(Element root)
    {
        var words = new List<string>();
        if (root.ChildValue("availabilityExceptions") is { } exceptions)
        {
            words.Add(exceptions);
        }

        foreach (var closed in root.ChildrenNamed("notAvailable"))
        {
            if (!closed.Child("during").Exists && closed.ChildValue("description") is { } description)
            {
                words.Add(description);
            }
        }

        return words;
    }

    // ContactPoint.rank: 1 is tried first; without ranks the order of the entry.
    private static string? TelephoneOf(Element root)
    {
        string? best = null;
        var bestRank = int.MaxValue;
        foreach (var contact in root.ChildrenNamed("telecom"))
        {
            if (contact.ChildValue("system") != "phone" || contact.ChildValue("use") == "old" || contact.ChildValue("value") is not { } number)
            {
                continue;
            }

            var rank = contact.Child("rank") is { Exists: true } given && given.TryGetInt32(out var read) ? read : int.MaxValue - 1;
            if (rank < bestRank)
            {
                (best, bestRank) = (number, rank);
            }
        }

        return best;
    }

    private static Capacity? CapacityOf(Element root)
    {
        var capacity = root.ExtensionOf(Guide.Structure("capacity"));
        return Number(capacity, "places") is { } places && Number(capacity, "free") is { } free && capacity.ExtensionOf("asOf").TimeIn("value") is { } asOf
            ? new Capacity(places, free, asOf)
            : null;
    }

    private static int? Number(Element parent, string url) => parent.ExtensionValue(url) is { Exists: true } value && value.TryGetInt32(out var number) ? number : null;
}
