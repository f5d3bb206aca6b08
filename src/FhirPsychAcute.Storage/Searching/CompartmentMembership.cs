using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Which parameters make resources of one type members of a compartment (CompartmentDefinition.resource).</summary>
/// <param name="Compartment">Type whose resources give the compartment its name: <c>Patient</c>.</param>
/// <param name="ResourceType">Type of the members.</param>
/// <param name="Parameters">Codes of reference parameters; <c>{def}</c> stands for the compartment's resource itself.</param>
public sealed record CompartmentMembership(string Compartment, string ResourceType, IReadOnlyList<string> Parameters)
{
    /// <summary>Reads a CompartmentDefinition; types without parameters are left out, since they are no members.</summary>
    public static IReadOnlyList<CompartmentMembership> Read(ResourceDocument compartmentDefinition)
    {
        var members = new List<CompartmentMembership>();
        var root = compartmentDefinition.Root;
        var compartment = root.ChildValue("code") ?? "";
        foreach (var resource in root.ChildrenNamed("resource"))
        {
            var parameters = new List<string>();
            foreach (var parameter in resource.ChildrenNamed("param"))
            {
                if (parameter.Value is { } code)
                {
                    parameters.Add(code);
                }
            }

            if (parameters.Count > 0 && resource.ChildValue("code") is { } type)
            {
                members.Add(new(compartment, type, parameters));
            }
        }

        return members;
    }
}
