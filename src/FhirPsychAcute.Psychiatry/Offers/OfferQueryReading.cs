using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Reads the parameters of $find-offer; everything that is wrong is told at once, each with its parameter.</summary>
/// <param name="directory">Knows the codes and places.</param>
/// <param name="input">What was given.</param>
/// <param name="now">The clock, for when no time is given.</param>
internal sealed class OfferQueryReading(OfferDirectory directory, OperationInput input, DateTimeOffset now)
{
    /// <summary>Most offers that may be asked for.</summary>
    public const int MostOffers = 200;

    private const int EarliestYear = 2000;
    private const int LatestYear = 2199;

    /// <summary>The names of the parameters.</summary>
    public static IReadOnlyList<string> Names { get; } = ["region", "municipality", "age", "urgency", "mode", "at", "overnight", "type", "language", "count"];

    private readonly List<OutcomeIssue> faults = [];

    /// <summary>Reads them.</summary>
    /// <param name="found">What is wrong; none when the query can be asked.</param>
    /// <returns>The query; only to be used when nothing is wrong.</returns>
    public OfferQuery Read(out IReadOnlyList<OutcomeIssue> found)
    {
        foreach (var name in input.Names.Distinct(StringComparer.Ordinal).Where(static name => !Names.Contains(name, StringComparer.Ordinal)))
        {
            faults.Add(DirectoryMessages.At(name, IssueCode.NotSupported, "parameter-unknown", name, string.Join(", ", Names)));
        }

        var at = Time();
        var query = new OfferQuery
        {
            At = at,
            Area = Place(DanishTime.Day(at)),
            AgeGroup = Age(),
            Urgency = Code("urgency", "urgency-level", directory.Codes.Urgencies),
            Mode = Code("mode", "contact-mode", directory.Codes.Modes),
            Types = Types(),
            IsOvernight = Flag("overnight"),
            Language = Language(),
            Count = Count(),
        };
        found = faults;
        return query;
    }

    private string? Single(string name)
    {
        var all = input.Texts(name).Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > 1)
        {
            Fault(name, IssueCode.Invalid, "parameter-twice");
        }
        else if (all.Count == 0 && input.Value(name) is { Exists: true } coded)
        {
            // A Coding or CodeableConcept says the same as its code.
            var coding = coded.Child("coding") is { Exists: true } first ? first : coded;
            return coding.ChildValue("code") is { } code ? (coding.ChildValue("system") is { } system ? $"{system}|{code}" : code) : FaultyType(name);
        }

        return all.FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
    }

    private string? FaultyType(string name)
    {
        Fault(name, IssueCode.Value, "parameter-type");
        return null;
    }

    private DateTimeOffset Time()
    {
        if (Single("at") is not { } text)
        {
            return now;
        }

        // A day alone is no time at which anything is open.
        if (!text.Contains('T', StringComparison.Ordinal) || !DateRange.TryParse(text, DanishTime.Zone, out var range) ||
            range.From.Year is < EarliestYear or > LatestYear)
        {
            Fault("at", IssueCode.Value, "at", text);
            return now;
        }

        return range.From;
    }

    private CitizenArea Place(DateOnly day)
    {
        Municipality? municipality = null;
        if (Unprefixed("municipality", AreaTable.MunicipalitySystem) is { } kommunekode && (municipality = directory.Areas.MunicipalityOf(kommunekode)) is null)
        {
            Fault("municipality", IssueCode.CodeInvalid, "municipality-unknown", kommunekode);
        }

        Region? region = null;
        if (Unprefixed("region", AreaTable.RegionSystem) is { } regionskode && (region = directory.Areas.RegionOf(regionskode)?.On(day)) is null)
        {
            Fault("region", IssueCode.CodeInvalid, "region-unknown", regionskode, string.Join(", ", directory.Areas.RegionCodes(day)));
        }

        if (region is { ValidFrom: { } first } && day < first)
        {
            Fault("region", IssueCode.BusinessRule, "region-not-yet", region.Name, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        var own = municipality?.Region?.On(day);
        if (own is not null && region is not null && own != region)
        {
            Fault("municipality", IssueCode.BusinessRule, "municipality-elsewhere", municipality!.Name, own.Name, region.Name);
        }

        return new CitizenArea(municipality, own ?? region, day);
    }

    private string? Age()
    {
        if (Single("age") is not { } text)
        {
            return null;
        }

        text = Bare(text, Guide.Codes("age-group"));
        if (directory.Codes.AgeGroups.Any(group => group.Code == text))
        {
            return text;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var years) && years is >= 0 and <= DirectoryCodes.OldestAge)
        {
            return directory.Codes.AgeGroupOf(years);
        }

        Fault("age", IssueCode.Value, "age", text, DirectoryCodes.OldestAge, string.Join(", ", directory.Codes.AgeGroups.Select(static group => group.Code)));
        return null;
    }

    private List<string> Types()
    {
        var types = new List<string>();
        foreach (var text in input.Texts("type").SelectMany(static text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Known("type", "offer-type", text, directory.Codes.Types) is { } code)
            {
                types.Add(code);
            }
        }

        return types;
    }

    private string? Code(string name, string system, IReadOnlyList<string> codes) => Single(name) is { } text ? Known(name, system, text, codes) : null;

    private string? Known(string name, string system, string text, IReadOnlyList<string> codes)
    {
        var code = Bare(text, Guide.Codes(system));
        if (codes.Contains(code, StringComparer.Ordinal))
        {
            return code;
        }

        Fault(name, IssueCode.CodeInvalid, "code-unknown", text, $"psychacute-{system}", string.Join(", ", codes));
        return null;
    }

    private bool Flag(string name)
    {
        switch (Single(name))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            case var text:
                Fault(name, IssueCode.Value, "flag", text);
                return false;
        }
    }

    private string? Language()
    {
        if (Single("language") is not { } text)
        {
            return null;
        }

        text = Bare(text, "urn:ietf:bcp:47");
        var tag = OfferReading.Primary(text);
        if (tag.Length is 2 or 3 && tag.All(char.IsAsciiLetterLower))
        {
            return tag;
        }

        Fault("language", IssueCode.Value, "language", text);
        return null;
    }

    private int Count()
    {
        if (Single("count") is not { } text)
        {
            return new OfferQuery { At = now, Area = new(null, null, default) }.Count;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostOffers)
        {
            return count;
        }

        Fault("count", IssueCode.Value, "count", text, MostOffers);
        return 0;
    }

    private string? Unprefixed(string name, string system) => Single(name) is { } text ? Bare(text, system) : null;

    // system|code, as searches write tokens. Another system's code stays as it is, and is known to nobody.
    private static string Bare(string text, string system) => text.StartsWith(system + "|", StringComparison.Ordinal) ? text[(system.Length + 1)..] : text;

    private void Fault(string name, string code, string id, params object[] arguments) => faults.Add(DirectoryMessages.At(name, code, id, [name, .. arguments]));
}
