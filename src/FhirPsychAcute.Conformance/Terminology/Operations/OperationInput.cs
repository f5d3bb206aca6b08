using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary>The in-parameters of an operation, from a Parameters resource, a query, or both: what comes first counts (http://hl7.org/fhir/R4/operations.html#executing).</summary>
public sealed class OperationInput
{
    private readonly List<(string Name, Element Parameter, string? Text)> items = [];

    /// <summary>The instance that the operation is called on; null when it is called on the type.</summary>
    public ResourceDocument? Instance { get; init; }

    /// <summary>Adds the parameters of a Parameters resource.</summary>
    public OperationInput Add(ResourceDocument parameters)
    {
        foreach (var parameter in parameters.Root.ChildrenNamed("parameter"))
        {
            if (parameter.ChildValue("name") is { } name)
            {
                items.Add((name, parameter, null));
            }
        }

        return this;
    }

    /// <summary>Adds a parameter that was given as text.</summary>
    public OperationInput Add(string name, string text)
    {
        items.Add((name, default, text));
        return this;
    }

    /// <summary>The names of what was given, in order; a name may come more than once.</summary>
    public IEnumerable<string> Names => items.Select(static item => item.Name);

    /// <summary>A primitive's text; null when it is not given.</summary>
    public string? Text(string name) => Texts(name).FirstOrDefault();

    /// <summary>The texts of a primitive that may come more than once.</summary>
    public IEnumerable<string> Texts(string name)
    {
        foreach (var item in items)
        {
            if (item.Name == name && (item.Text ?? (item.Parameter.Exists && item.Parameter.Child("value") is { Exists: true } value ? value.Value : null)) is { Length: > 0 } text)
            {
                yield return text;
            }
        }
    }

    /// <summary>A complex value; no element when it is not given.</summary>
    public Element Value(string name)
    {
        foreach (var item in items)
        {
            if (item.Name == name && item.Parameter.Exists && item.Parameter.Child("value") is { Exists: true } value && !value.Type.IsPrimitive)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>A resource given; no element without.</summary>
    public Element Resource(string name)
    {
        foreach (var item in items)
        {
            if (item.Name == name && item.Parameter.Exists && item.Parameter.Child("resource") is { Exists: true } resource)
            {
                return resource;
            }
        }

        return default;
    }

    /// <summary>The parts of a parameter that may come more than once.</summary>
    public IEnumerable<Element> Parts(string name) => items.Where(item => item.Name == name && item.Parameter.Exists).Select(item => item.Parameter);

    /// <summary>Whether a boolean is given as true.</summary>
    public bool IsTrue(string name) => Text(name) is "true";

    /// <summary>A number that is not negative.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="number">The number; null when it is not given.</param>
    /// <returns>False when what is given is no such number.</returns>
    public bool TryGetNumber(string name, out int? number)
    {
        number = null;
        if (Text(name) is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
        {
            return false;
        }

        number = parsed;
        return true;
    }
}
