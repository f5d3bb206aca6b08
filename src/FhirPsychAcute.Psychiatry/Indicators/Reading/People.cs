using System.Collections.Concurrent;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>Of every person what indicators divide by: the date of birth and the municipality. Some eighty bytes each.</summary>
internal sealed class People
{
    private const string MunicipalityExtension = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";

    private readonly ReferenceTable ids = new();
    private readonly List<(DateRange Birth, short Municipality)> facts = [];
    private readonly List<string> municipalities = [];
    private readonly ConcurrentDictionary<string, short> numbers = new(StringComparer.Ordinal);

    /// <summary>How many are known.</summary>
    public int Count => ids.Count;

    /// <summary>Reads everybody.</summary>
    public static async Task<People> ReadAsync(IIndicatorSource source, CancellationToken cancellationToken)
    {
        var people = new People();
        await source.ScanAsync(
            new Gathering("Patient"), static () => new List<(byte[] Id, DateRange Birth, string? Municipality)>(),
            (part, patient) =>
            {
                if (patient.Root.Child("id") is { HasValue: true } id)
                {
                    part.Add((id.RawValue.ToArray(), patient.Root.RangeIn("birthDate") ?? default, MunicipalityOf(patient)));
                }

                if (part.Count >= 4096)
                {
                    people.Take(part);
                }
            },
            people.Take,
            cancellationToken);
        return people;
    }

    /// <summary>The number of the person to whom an element of that name refers; -1 where none is known.</summary>
    public int Find(Element parent, string name) =>
        parent.Child(name) is { Exists: true } reference && reference.Child("reference") is { HasValue: true } text ? ids.Find(ReferenceTable.IdOf(text.Utf8Value)) : -1;

    /// <summary>All that the date of birth covers; null where it is not known.</summary>
    public DateRange? Birth(int person) => person >= 0 && facts[person].Birth is { } birth && birth != default ? birth : null;

    /// <summary>The kommunekode; null where it is not known.</summary>
    public string? Municipality(int person) => person >= 0 && facts[person].Municipality is > 0 and var number ? municipalities[number - 1] : null;

    private static string? MunicipalityOf(ResourceDocument patient)
    {
        foreach (var address in patient.Root.ChildrenNamed("address"))
        {
            if (address.ExtensionValue(MunicipalityExtension) is { Exists: true } concept && concept.CodeOf(Codes.Municipality) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    private void Take(List<(byte[] Id, DateRange Birth, string? Municipality)> part)
    {
        lock (facts)
        {
            foreach (var (id, birth, municipality) in part)
            {
                if (ids.Add(id) == facts.Count)
                {
                    facts.Add((birth, Number(municipality)));
                }
            }
        }

        part.Clear();
    }

    private short Number(string? municipality)
    {
        if (municipality is null)
        {
            return 0;
        }

        if (!numbers.TryGetValue(municipality, out var number))
        {
            // More municipalities than there are whole numbers of 16 bits are no municipalities.
            if (municipalities.Count == short.MaxValue)
            {
                return 0;
            }

            municipalities.Add(municipality);
            numbers[municipality] = number = (short)municipalities.Count;
        }

        return number;
    }
}
