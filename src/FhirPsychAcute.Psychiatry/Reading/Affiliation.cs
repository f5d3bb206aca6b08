using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>
/// Whom somebody is, works for and belongs to: a PractitionerRole to its organisation and service, a Practitioner to the roles held, a service to who provides it, an organisation to
/// the one that it is part of. Follows what is known, and says by searches what is not known yet. Not thread-safe.
/// </summary>
/// <param name="known">What is known.</param>
internal sealed class Affiliation(ResourceSet known)
{
    private readonly List<Gathering> missing = [];

    /// <summary>Searches for what was not known and may lead further.</summary>
    public IReadOnlyList<Gathering> Missing => missing;

    /// <summary>Everything that a Reference stands for, itself first: <c>Type/id</c>, and <c>system|value</c> of a logical identifier.</summary>
    /// <param name="reference">A Reference, by literal reference or by identifier.</param>
    /// <param name="upwards">Whether an organisation stands for those that it is part of, too.</param>
    public HashSet<string> Of(Element reference, bool upwards)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!reference.Exists)
        {
            return names;
        }

        if (ElementReading.Unversioned(reference.ChildValue("reference")) is { } address)
        {
            Follow(address, upwards, names);
        }

        if (reference.Child("identifier") is { Exists: true } identifier && identifier.ChildValue("system") is { } system && identifier.ChildValue("value") is { } value)
        {
            names.Add($"{system}|{value}");
            FollowIdentifier(reference.ChildValue("type") ?? "Organization", system, value, upwards, names);
        }

        return names;
    }

    private void FollowIdentifier(string type, string system, string value, bool upwards, HashSet<string> names)
    {
        if (type is not ("Organization" or "Practitioner" or "PractitionerRole" or "Patient" or "Device"))
        {
            return;
        }

        missing.Add(new Gathering(type, ("identifier", Gathering.Token(system, value))));
        foreach (var found in known.OfType(type))
        {
            if (found.HasIdentifier(system, value))
            {
                Follow(known.AddressOf(found), upwards, names);
            }
        }
    }

    private void Follow(string address, bool upwards, HashSet<string> names)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !names.Add(address))
        {
            return;
        }

        var type = address[..slash];
        if (type is "Patient" || (type is "Organization" && !upwards))
        {
            return;
        }

        if (type is "Practitioner")
        {
            missing.Add(new Gathering("PractitionerRole", ("practitioner", address)));
            foreach (var role in known.Referring("PractitionerRole", "practitioner", address).ToList())
            {
                Follow(known.AddressOf(role), upwards, names);
            }

            return;
        }

        if (known.Find(address) is not { } found)
        {
            missing.Add(new Gathering(type, ("_id", address[(slash + 1)..])));
            return;
        }

        if (type is "PractitionerRole" && found.Root.ChildValue("active") == "false")
        {
            return;
        }

        foreach (var element in Above(type))
        {
            foreach (var next in found.Root.ReferencesIn(element).ToList())
            {
                if (element == "practitioner")
                {
                    names.Add(next);
                }
                else
                {
                    Follow(next, upwards, names);
                }
            }
        }
    }

    private static IEnumerable<string> Above(string type) => type switch
    {
        "PractitionerRole" => ["practitioner", "organization", "healthcareService"],
        "HealthcareService" => ["providedBy"],
        "Organization" => ["partOf"],
        "Device" => ["owner"],
        "RelatedPerson" => ["patient"],
        _ => [],
    };
}
