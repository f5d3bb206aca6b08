using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>A sender or receiver as a message has it: SOR, GLN, name (MedCom messaging 4.0.2, medcom-messaging-organization).</summary>
/// <param name="Id">Its id in the message.</param>
/// <param name="Sor">SOR number; null where it has none.</param>
/// <param name="Gln">GLN number; null where it has none.</param>
/// <param name="Name">Name; null where it has none.</param>
internal sealed record MessageOrganization(string Id, string? Sor, string? Gln, string? Name)
{
    /// <summary>Address by which MedCom's network finds it.</summary>
    public string Endpoint => $"https://sor2.sum.dsdn.dk/#id={Sor ?? Gln ?? "ukendt"}";

    /// <summary>Whether it has both numbers that MedCom asks for.</summary>
    public bool IsAddressable => Sor is not null && Gln is not null;

    /// <summary>Takes them from an Organization, of a message or stored.</summary>
    /// <param name="organization">The resource; no element for one that nothing is known of.</param>
    /// <param name="id">Its id in the message made; its own counts before it.</param>
    public static MessageOrganization Of(Element organization, string id)
    {
        if (!organization.Exists)
        {
            return new(id, null, null, null);
        }

        string? sor = null, gln = null;
        foreach (var (system, value) in MessageCheck.Identifiers(organization))
        {
            (sor, gln) = system == MedCom.Sor ? (sor ?? value, gln) : (sor, gln ?? value);
        }

        return new(organization.ChildValue("id") ?? id, sor, gln, organization.ChildValue("name"));
    }

    /// <summary>Writes it as an entry.</summary>
    public void Write(ResourceComposer composer)
    {
        MessageEntry.Open(composer, "Organization", Id, MedCom.Organization);
        MessageEntry.Narrative(composer, Name ?? Sor ?? Gln ?? "Ukendt organisation");
        if (Gln is not null || Sor is not null)
        {
            composer.OpenList("identifier");
            if (Gln is not null)
            {
                composer.IdentifierItem(MedCom.Gln, Gln);
            }

            if (Sor is not null)
            {
                composer.IdentifierItem(MedCom.Sor, Sor);
            }

            composer.CloseList();
        }

        composer.Text("name", Name);
        MessageEntry.Close(composer);
    }
}
