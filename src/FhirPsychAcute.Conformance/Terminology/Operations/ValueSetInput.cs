using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.ValueSets;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary>Which value set an operation is about: the instance, one given, one named, or the one that an element is bound to.</summary>
internal static class ValueSetInput
{
    public static (ValueSetRules? Rules, OperationAnswer? Refusal) Find(ScopeView view, OperationInput input)
    {
        if (input.Instance is { } instance)
        {
            return Usable(ValueSetCompiler.Compile(instance.Root, view));
        }

        if (input.Resource("valueSet") is { Exists: true } given)
        {
            return given.Type.Name == "ValueSet" ? Usable(ValueSetCompiler.Compile(given, view)) : (null, OperationAnswer.Unusable("valueSet", given.Type.Name));
        }

        var canonical = input.Text("url") ?? BoundTo(view, input.Text("context"));
        if (canonical is null)
        {
            return (null, input.Text("context") is { } context
                ? OperationAnswer.Refused(IssueCode.NotFound, "terminology.context-unknown", context)
                : OperationAnswer.Missing("url"));
        }

        if (input.Text("valueSetVersion") is { } version && !canonical.Contains('|', StringComparison.Ordinal))
        {
            canonical = $"{canonical}|{version}";
        }

        return view.Rules(canonical) is { } rules
            ? Usable(rules)
            : (null, OperationAnswer.Refused(IssueCode.NotFound, "terminology.valueset-unknown", canonical));
    }

    private static (ValueSetRules?, OperationAnswer?) Usable(ValueSetRules rules) =>
        rules.Fault is null ? (rules, null) : (null, OperationAnswer.Refused(IssueCode.Invalid, "terminology.valueset-circular", rules.Fault));

    // context is a definition with the element's id: http://hl7.org/fhir/StructureDefinition/Patient#Patient.gender
    private static string? BoundTo(ScopeView view, string? context)
    {
        var hash = context?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        if (hash < 0 || !view.Scope.TryResolve(context![..hash], out var definition) || definition.ResourceType != "StructureDefinition")
        {
            return null;
        }

        var id = context[(hash + 1)..];
        foreach (var element in definition.Document.Root.Child("snapshot") is { Exists: true } snapshot ? snapshot.ChildrenNamed("element").ToList() : [])
        {
            if (element.ChildValue("id") == id || element.ChildValue("path") == id)
            {
                return element.Child("binding") is { Exists: true } binding ? binding.ChildValue("valueSet") : null;
            }
        }

        return null;
    }
}
