using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>A member of staff as others may see them.</summary>
/// <param name="Pseudonym">Stands for the person or the person's role.</param>
/// <param name="Profession">What they are: profession or role, in words.</param>
internal sealed record StaffMember(string Pseudonym, string Profession);

/// <summary>
/// The members of staff that a set of resources names, with everything by which they could be known: names, authorisation ids, other numbers, telephone numbers.
/// Who is shown masked already has nothing to hide.
/// </summary>
internal sealed class StaffRegister
{
    /// <summary>System of authorisation ids (dk-core).</summary>
    public const string Authorisation = "https://autregweb.sst.dk";

    private readonly Dictionary<string, StaffMember> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> roleWords = new(StringComparer.Ordinal);
    private readonly Pseudonym pseudonym;
    private readonly string unknown;

    public StaffRegister(ResourceSet resources, Pseudonym pseudonym, Language language)
    {
        this.pseudonym = pseudonym;
        unknown = PsychiatryMessages.Catalogue.Get(language, "privacy.staff");
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in resources.All)
        {
            Register(resource.Root, resources.AddressOf(resource), language, secrets, open);
        }

        // A word that is also a patient's or a relative's name cannot be told apart; with the rest of the name it can.
        secrets.ExceptWith(open);
        Secrets = new SecretTexts(secrets, PsychiatryMessages.Catalogue.Get(language, "privacy.masked-name"));
    }

    /// <summary>Texts by which staff could be known.</summary>
    public SecretTexts Secrets { get; }

    /// <summary>Whether a Practitioner is shown masked already.</summary>
    public static bool IsMasked(Element practitioner)
    {
        foreach (var label in practitioner.Child("meta") is { Exists: true } meta ? meta.ChildrenNamed("security").ToList() : [])
        {
            if (label.CodeOf("http://terminology.hl7.org/CodeSystem/v3-ObservationValue") == "MASKED")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The member of staff that a reference names by address; null where it names none, or one who is masked already.</summary>
    /// <param name="reference">Literal reference, relative or absolute, with or without version.</param>
    public StaffMember? At(string reference)
    {
        var address = Address(reference);
        if (address is null || functions.Contains(address))
        {
            return null;
        }

        // Who is not among the resources may be anybody: masked rather than shown.
        return members.GetValueOrDefault(address)
            ?? (address.StartsWith("Practitioner", StringComparison.Ordinal) && address.Contains('/', StringComparison.Ordinal) ? new StaffMember(pseudonym.Of(address), unknown) : null);
    }

    /// <summary>The member of staff that an authorisation id or another number names.</summary>
    public StaffMember By(string system, string value) => members.GetValueOrDefault($"{system}|{value}") ?? new StaffMember(pseudonym.Of($"{system}|{value}"), unknown);

    /// <summary>What the role at an address is called; null where it is not known.</summary>
    public string? RoleAt(string reference) => Address(reference) is { } address ? roleWords.GetValueOrDefault(address) : null;

    private void Register(Element root, string address, Language language, HashSet<string> secrets, HashSet<string> open)
    {
        switch (root.Type.Name)
        {
            case "Practitioner" when IsMasked(root):
                functions.Add(address);
                break;
            case "Practitioner":
                RegisterPerson(root, address, language, secrets);
                break;
            case "PractitionerRole":
                RegisterRole(root, address, language, secrets);
                break;
            case "Patient" or "RelatedPerson":
                open.UnionWith(Names(root).SelectMany(static name => name.Split(' ')));
                break;
        }

        foreach (var inner in root.ChildrenNamed("contained").ToList())
        {
            if (inner.IsResource)
            {
                Register(inner, $"{address}#{inner.ChildValue("id")}", language, secrets, open);
            }
        }

        for (var index = root.Index + 1; root.Index == 0 && index < root.Document.ElementCount; index++)
        {
            RegisterNamed(root.Document.ElementAt(index), secrets);
        }
    }

    // A name that stands beside a reference to a person, or that signs a note.
    private static void RegisterNamed(Element element, HashSet<string> secrets)
    {
        var name = element.Type.Name == "Reference" && element.ChildValue("reference")?.Contains("Practitioner/", StringComparison.Ordinal) == true ? element.ChildValue("display")
            : element is { Name: "author", Type.Name: "string" } ? element.Value
            : element is { Name: "name", HasValue: true } && element.Parent.Name == "agent" ? element.Value
            : element.Type.Name == "HumanName" && element.Resource.Type.Name is "Organization" or "HealthcareService" ? string.Join(' ', Parts(element))
            : null;
        if (name?.Contains(' ', StringComparison.Ordinal) == true)
        {
            secrets.Add(name);
        }
    }

    private void RegisterPerson(Element practitioner, string address, Language language, HashSet<string> secrets)
    {
        var profession = string.Join(", ", practitioner.ChildrenNamed("qualification").ToList().Select(qualification => qualification.Child("code").Words(language)).OfType<string>().Distinct(StringComparer.Ordinal));
        var member = new StaffMember(pseudonym.Of(address), profession.Length == 0 ? unknown : profession);
        members[address] = member;
        foreach (var name in Names(practitioner))
        {
            secrets.Add(name);
        }

        foreach (var number in Numbers(practitioner).Concat(practitioner.ChildrenNamed("qualification").ToList().SelectMany(Numbers)))
        {
            members[$"{number.ChildValue("system")}|{number.ChildValue("value")}"] = member;
            secrets.Add(number.ChildValue("value") ?? "");
        }

        secrets.UnionWith(Telecoms(practitioner));
    }

    private void RegisterRole(Element role, string address, Language language, HashSet<string> secrets)
    {
        var words = string.Join(", ", role.ChildrenNamed("code").ToList().Select(code => code.Words(language)).OfType<string>().Distinct(StringComparer.Ordinal));
        if (words.Length > 0)
        {
            roleWords[address] = words;
        }

        if (!role.Child("practitioner").Exists)
        {
            functions.Add(address);
            return;
        }

        var member = new StaffMember(pseudonym.Of(address), words.Length == 0 ? unknown : words);
        members[address] = member;
        foreach (var number in Numbers(role))
        {
            members[$"{number.ChildValue("system")}|{number.ChildValue("value")}"] = member;
            secrets.Add(number.ChildValue("value") ?? "");
        }

        secrets.UnionWith(Telecoms(role));
    }

    private static IEnumerable<Element> Numbers(Element parent) => parent.ChildrenNamed("identifier").ToList().Where(static identifier => identifier.ChildValue("value") is not null);

    private static IEnumerable<string> Telecoms(Element parent) => parent.ChildrenNamed("telecom").ToList().Select(static telecom => telecom.ChildValue("value")).OfType<string>();

    // The whole name as written and as put together, and each of its words.
    private static IEnumerable<string> Names(Element person)
    {
        foreach (var name in person.ChildrenNamed("name").ToList())
        {
            var parts = Parts(name).ToList();
            var family = name.ChildValue("family");
            if (name.ChildValue("text") is { } text)
            {
                yield return text;
            }

            yield return string.Join(' ', parts);
            if (family is not null && parts.Count > 2)
            {
                yield return $"{parts[0]} {family}";
            }

            foreach (var word in parts.SelectMany(static part => part.Split(' ')).Concat(parts))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string> Parts(Element name) =>
        name.ChildrenNamed("given").ToList().Concat(name.ChildrenNamed("family").ToList()).Select(static part => part.Value).OfType<string>();

    // Type/id of a Practitioner or PractitionerRole out of a relative or absolute reference, or the reference itself where it is known as it is (urn:uuid).
    private string? Address(string reference)
    {
        if (members.ContainsKey(reference) || functions.Contains(reference))
        {
            return reference;
        }

        foreach (var type in (ReadOnlySpan<string>)["PractitionerRole/", "Practitioner/"])
        {
            var at = reference.StartsWith(type, StringComparison.Ordinal) ? 0 : reference.IndexOf("/" + type, StringComparison.Ordinal) is >= 0 and var slash ? slash + 1 : -1;
            if (at >= 0)
            {
                var end = reference.IndexOf('/', at + type.Length);
                return end < 0 ? reference[at..] : reference[at..end];
            }
        }

        return null;
    }
}
