using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>
/// Shows resources without the names of staff (S3:606-610): a Practitioner becomes its masked form (profile <c>psychacute-masked-practitioner</c>), a role of a person keeps only what the
/// role is, references name a pseudonym and the profession, and names, authorisation ids and telephone numbers of staff are taken out of all texts. Narratives and attached files, which
/// cannot be searched through surely, are left out. What was changed says MASKED in <c>meta.security</c>. Patients and their relatives stay as they are.
/// </summary>
/// <remarks>The pseudonym is the same for the same person (<see cref="Pseudonym"/>), so that the employer can find who it is; nobody else can.</remarks>
public sealed class StaffMasking : IResourceView
{
    private const string ObservationValue = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private readonly StaffRegister register;
    private readonly ResourceSet resources;
    private readonly Language language;

    /// <summary>Masks what a set of resources names.</summary>
    /// <param name="resources">All that is to be shown, and the staff that it names as far as they are stored.</param>
    /// <param name="pseudonym">Makes the pseudonyms.</param>
    /// <param name="language">Language of what stands in place of names.</param>
    public StaffMasking(ResourceSet resources, Pseudonym pseudonym, Language language)
    {
        (this.resources, this.language) = (resources, language);
        register = new StaffRegister(resources, pseudonym, language);
    }

    /// <inheritdoc/>
    public string Of(string text) => register.Secrets.Hide(text);

    /// <inheritdoc/>
    public ResourceDocument Of(ResourceDocument resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Type.Name == "Practitioner")
        {
            return StaffRegister.IsMasked(resource.Root) ? resource : MaskedPractitioner(resource.Root, resources.AddressOf(resource) is { Length: > 0 } address ? address : resource.Address(), isContained: false);
        }

        var pass = new Pass(new ResourceEditor(resource));
        Visit(resource.Root, pass);
        if (!pass.HasChanged)
        {
            return resource;
        }

        Label(resource.Root, pass);
        return pass.Editor.ToDocument();
    }

    private void Visit(Element element, Pass pass)
    {
        if (element.IsResource && element.Index > 0 && element.Type.Name == "Practitioner" && !StaffRegister.IsMasked(element))
        {
            var isContained = element.Name == "contained";
            var address = isContained ? $"{resources.AddressOf(element.Document)}#{element.ChildValue("id")}" : element.ChildValue("id") is { } id ? $"Practitioner/{id}" : null;
            pass.Replace(element, MaskedPractitioner(element, address, isContained).Bytes.Span);
            return;
        }

        if (element is { IsResource: true, Type.Name: "PractitionerRole" } && element.Child("practitioner").Exists)
        {
            VisitRole(element, pass);
            return;
        }

        foreach (var child in element.Children)
        {
            VisitChild(child, element, pass);
        }
    }

    private void VisitChild(Element child, Element parent, Pass pass)
    {
        switch (child.Type.Name)
        {
            case "Reference":
                VisitReference(child, pass);
                break;
            case "Narrative":
                pass.Remove(child);
                break;
            case "HumanName" when child.Resource.Type.Name is not ("Patient" or "RelatedPerson" or "Person"):
                pass.Remove(child);
                break;
            case "HumanName":
                break;
            case "base64Binary":
                pass.Remove(child);
                if (parent.Type.Name == "Attachment" && !parent.Child("title").Exists)
                {
                    pass.Add(parent, "title", PsychiatryMessages.Catalogue.Get(language, "privacy.file-left-out"));
                }

                break;
            case "string" when child.Name == "author" && parent.Type.Name == "Annotation":
                pass.Set(child, PsychiatryMessages.Catalogue.Get(language, "privacy.staff"));
                break;
            case "string" when parent.Name == "agent" && child.Resource.Type.Name == "AuditEvent" && child.Name is "name" or "altId" && IsStaff(parent):
                pass.Remove(child);
                break;
            case "Identifier" when child.ChildValue("system") == StaffRegister.Authorisation && child.ChildValue("value") is { } number:
                pass.Replace(child, json => Identifier(json, register.By(StaffRegister.Authorisation, number).Pseudonym));
                break;
            default:
                VisitText(child, pass);
                Visit(child, pass);
                break;
        }
    }

    private void VisitText(Element element, Pass pass)
    {
        if (!element.HasValue || element.Type.Name is not ("string" or "markdown" or "uri" or "url" or "xhtml"))
        {
            return;
        }

        var text = element.Value!;
        if (element.Type.Name is "uri" or "url" && register.At(text) is { } member)
        {
            pass.Set(element, Pseudonym.Urn(member.Pseudonym));
        }
        else if (register.Secrets.Hide(text) is var hidden && !ReferenceEquals(hidden, text))
        {
            pass.Set(element, element.Type.Name is "uri" or "url" ? Pseudonym.System : hidden);
        }
    }

    private void VisitReference(Element reference, Pass pass)
    {
        var literal = reference.ChildValue("reference");
        var identifier = reference.Child("identifier");
        var member = literal is not null && literal is not ['#', ..] ? register.At(literal)
            : identifier is { Exists: true } && (identifier.ChildValue("system") == StaffRegister.Authorisation || reference.ChildValue("type") == "Practitioner")
                && identifier.ChildValue("system") != Pseudonym.System
                ? register.By(identifier.ChildValue("system") ?? "", identifier.ChildValue("value") ?? "")
            : null;
        if (member is not null)
        {
            pass.Replace(reference, json => json
                .Text("type", literal?.Contains("PractitionerRole/", StringComparison.Ordinal) == true ? "PractitionerRole" : "Practitioner")
                .Open("identifier").Text("system", Pseudonym.System).Text("value", member.Pseudonym).Close()
                .Text("display", member.Profession));
            return;
        }

        // Beside a function, or somebody who is masked already, a name may stand all the same.
        if (literal is not null && reference.Child("display") is { HasValue: true } display
            && (literal is ['#', ..] || literal.Contains("Practitioner", StringComparison.Ordinal) || register.RoleAt(literal) is not null))
        {
            pass.Set(display, register.RoleAt(literal) ?? PsychiatryMessages.Catalogue.Get(language, "privacy.staff"));
            return;
        }

        Visit(reference, pass);
    }

    // Of a person's role stays what it is, where and when; not its number, nor where it can be rung.
    private void VisitRole(Element role, Pass pass)
    {
        var address = resources.AddressOf(role.Document) is { Length: > 0 } known && role.Index == 0 ? known : $"PractitionerRole/{role.ChildValue("id")}";
        var isContained = role.Name == "contained";
        foreach (var child in role.Children)
        {
            switch (child.Name)
            {
                case "id" when !isContained:
                case "identifier" or "telecom":
                    pass.Remove(child);
                    break;
                default:
                    VisitChild(child, role, pass);
                    break;
            }
        }

        if (register.At(address) is { } member)
        {
            pass.AddObject(role, "identifier", json => Identifier(json, member.Pseudonym));
        }
    }

    private ResourceDocument MaskedPractitioner(Element practitioner, string? address, bool isContained)
    {
        using var json = new ResourceComposer();
        json.Begin("Practitioner", isContained ? practitioner.ChildValue("id") : null);
        if (!isContained)
        {
            json.Open("meta").OpenList("profile").Item(Guide.Structure("masked-practitioner")).CloseList();
            json.OpenList("security").OpenItem().Text("system", ObservationValue).Text("code", "MASKED").Close().CloseList().Close();
        }

        json.OpenList("identifier").OpenItem();
        Identifier(json, (address is null ? null : register.At(address))?.Pseudonym ?? register.By("", practitioner.ChildValue("id") ?? "").Pseudonym);
        json.Close().CloseList().OpenList("qualification");
        var professions = practitioner.ChildrenNamed("qualification").ToList().Select(static qualification => qualification.Child("code")).Where(static code => code.Exists).ToList();
        foreach (var coding in professions.SelectMany(static code => code.ChildrenNamed("coding").ToList()))
        {
            json.OpenItem().Concept("code", coding.ChildValue("system") ?? "", coding.ChildValue("code") ?? "", coding.ChildValue("display") is { } display ? Of(display) : null).Close();
        }

        if (!professions.Exists(static code => code.Child("coding").Exists))
        {
            var words = professions.ConvertAll(static code => code.ChildValue("text")).OfType<string>().FirstOrDefault();
            json.OpenItem().Open("code").Text("text", words is null ? PsychiatryMessages.Catalogue.Get(language, "privacy.staff") : Of(words)).Close().Close();
        }

        return json.CloseList().ToDocument(practitioner.Document.Schema);
    }

    private static bool IsStaff(Element agent) =>
        agent.Child("who") is not { Exists: true } who || who.ChildValue("reference") is not { } reference
        || !(reference.Contains("Patient/", StringComparison.Ordinal) || reference.Contains("RelatedPerson/", StringComparison.Ordinal)
            || reference.Contains("Device/", StringComparison.Ordinal) || reference.Contains("Organization/", StringComparison.Ordinal));

    private static void Identifier(ResourceComposer json, string pseudonym) => json.Text("system", Pseudonym.System).Text("value", pseudonym);

    private static void Label(Element root, Pass pass)
    {
        var meta = root.Child("meta");
        if (!meta.Exists)
        {
            pass.AddObject(root, "meta", static json => json.OpenList("security").OpenItem().Text("system", ObservationValue).Text("code", "MASKED").Close().CloseList());
        }
        else if (meta.CodeIn("security", ObservationValue) != "MASKED")
        {
            pass.AddObject(meta, "security", static json => json.Text("system", ObservationValue).Text("code", "MASKED"));
        }
    }

    /// <summary>The changes to one resource.</summary>
    private sealed class Pass(ResourceEditor editor)
    {
        public ResourceEditor Editor => editor;

        public bool HasChanged { get; private set; }

        public void Remove(Element element) => Changed(editor.Remove(element));

        public void Set(Element primitive, string value) => Changed(editor.SetValue(primitive, value));

        public void Replace(Element element, ReadOnlySpan<byte> json) => Changed(editor.Replace(element, json));

        public void Replace(Element element, Action<ResourceComposer> write) => Changed(editor.Replace(element, Object(write)));

        public void AddObject(Element parent, string name, Action<ResourceComposer> write) => Changed(editor.Add(parent, name, Object(write)));

        public void Add(Element parent, string name, string text) => Changed(editor.AddText(parent, name, text));

        private void Changed(ResourceEditor _) => HasChanged = true;

        private static byte[] Object(Action<ResourceComposer> write)
        {
            using var json = new ResourceComposer();
            write(json.BeginValue());
            return json.Finish().ToArray();
        }
    }
}
