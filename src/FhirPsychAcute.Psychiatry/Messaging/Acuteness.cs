using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Where something acute stands: a CareCommunication must not be used for it (MedCom carecommunication 5.0.2: "it must not be used for cases with an acute nature").
/// </summary>
public static class Acuteness
{
    private static readonly string Levels = Guide.Codes("urgency-level");

    /// <summary>The element of a message that is acute; null where nothing is.</summary>
    public static Element? Of(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        foreach (var communication in message.OfType("Communication"))
        {
            if (OfCommunication(communication) is { } found)
            {
                return found;
            }
        }

        foreach (var (_, resource) in message.Entries)
        {
            if (Urgent(resource) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The element by which a Communication itself is acute: its priority, its category, a coded urgency.</summary>
    public static Element? OfCommunication(Element communication)
    {
        if (communication.ChildValue("priority") is not (null or "routine"))
        {
            return communication.Child("priority");
        }

        foreach (var category in communication.ChildrenNamed("category"))
        {
            if (category.CodeOf(MedComCategories) == "acute-ambulant")
            {
                return category;
            }
        }

        return Urgent(communication);
    }

    /// <summary>The first coding in a resource that says livstruende or akut; null without.</summary>
    public static Element? Urgent(Element element)
    {
        foreach (var child in element.Children)
        {
            if (child.Type.Name == "Coding")
            {
                if (child.ChildValue("system") == Levels && child.ChildValue("code") is "livstruende" or "akut")
                {
                    return child;
                }
            }
            else if (child.HasChildren && Urgent(child) is { } found)
            {
                // The reader bounds how deep a resource may be.
                return found;
            }
        }

        return null;
    }

    internal const string MedComCategories = MedCom.Root + "terminology/CodeSystem/medcom-careCommunication-categoryCodes";
}
