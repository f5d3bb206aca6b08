using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>What the room asks of elements again and again.</summary>
public static class ElementReading
{
    /// <summary>The code that a CodeableConcept or Coding has from a system; null where it has none.</summary>
    public static string? CodeOf(this Element concept, string system)
    {
        if (!concept.Exists)
        {
            return null;
        }

        if (concept.ChildValue("system") == system)
        {
            return concept.ChildValue("code");
        }

        foreach (var coding in concept.ChildrenNamed("coding"))
        {
            if (coding.ChildValue("system") == system)
            {
                return coding.ChildValue("code");
            }
        }

        return null;
    }

    /// <summary>The first code from a system among the elements of that name; null where there is none.</summary>
    public static string? CodeIn(this Element parent, string name, string system)
    {
        foreach (var concept in parent.ChildrenNamed(name))
        {
            if (concept.CodeOf(system) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>Whether one of the elements of that name has this code.</summary>
    public static bool HasCode(this Element parent, string name, string system, string code)
    {
        foreach (var concept in parent.ChildrenNamed(name))
        {
            if (concept.CodeOf(system) == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The literal reference in an element of that name (<c>Patient/1</c>), without version; null where there is none.</summary>
    public static string? ReferenceIn(this Element parent, string name) => Unversioned(parent.Child(name) is { Exists: true } reference ? reference.ChildValue("reference") : null);

    /// <summary>The literal references in the elements of that name, without versions.</summary>
    public static IEnumerable<string> ReferencesIn(this Element parent, string name)
    {
        foreach (var reference in parent.ChildrenNamed(name).ToList())
        {
            if (Unversioned(reference.ChildValue("reference")) is { } text)
            {
                yield return text;
            }
        }
    }

    /// <summary>The first moment of a date, dateTime or instant of that name, in Danish time where it names no zone; null where there is none.</summary>
    public static DateTimeOffset? TimeIn(this Element parent, string name) => RangeIn(parent, name)?.From;

    /// <summary>All that a date, dateTime or instant of that name covers by its precision; null where there is none.</summary>
    public static DateRange? RangeIn(this Element parent, string name) =>
        parent.Exists && parent.Child(name) is { HasValue: true } time && DateRange.TryParse(time.Utf8Value, DanishTime.Zone, out var range) ? range : null;

    /// <summary>Start and end of a Period; null where it has none.</summary>
    public static (DateTimeOffset? Start, DateTimeOffset? End) PeriodIn(this Element parent, string name) =>
        parent.Exists && parent.Child(name) is { Exists: true } period ? (period.TimeIn("start"), period.TimeIn("end")) : (null, null);

    /// <summary>The first extension of that url; no element without.</summary>
    public static Element ExtensionOf(this Element parent, string url)
    {
        if (parent.Exists)
        {
            foreach (var extension in parent.ChildrenNamed("extension"))
            {
                if (extension.ChildValue("url") == url)
                {
                    return extension;
                }
            }
        }

        return default;
    }

    /// <summary>The value of the first extension of that url; no element without.</summary>
    public static Element ExtensionValue(this Element parent, string url) => parent.ExtensionOf(url) is { Exists: true } extension ? extension.Child("value") : default;

    /// <summary>Whether a resource claims a profile, of whatever version.</summary>
    public static bool Claims(this ResourceDocument resource, string profile)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Root.Child("meta") is not { Exists: true } meta)
        {
            return false;
        }

        foreach (var claimed in meta.ChildrenNamed("profile"))
        {
            if (claimed.Value is { } canonical && canonical.StartsWith(profile, StringComparison.Ordinal) && (canonical.Length == profile.Length || canonical[profile.Length] == '|'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Type/id</c> of a resource; null where it has no id.</summary>
    public static string? Address(this ResourceDocument resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Id is { } id ? $"{resource.Type.Name}/{id}" : null;
    }

    /// <summary>Whether a resource has this identifier.</summary>
    public static bool HasIdentifier(this ResourceDocument resource, string system, string value)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var identifier in resource.Root.ChildrenNamed("identifier"))
        {
            if (identifier.ChildValue("value") == value && identifier.ChildValue("system") == system)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A literal reference without the version that it may name.</summary>
    public static string? Unversioned(string? reference) =>
        reference?.IndexOf("/_history/", StringComparison.Ordinal) is > 0 and var end ? reference[..end] : reference;
}
