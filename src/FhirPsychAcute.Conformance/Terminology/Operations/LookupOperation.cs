using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary><c>CodeSystem/$lookup</c>: everything about a code (http://hl7.org/fhir/R4/codesystem-operation-lookup.html).</summary>
internal static class LookupOperation
{
    public static OperationAnswer Run(ScopeView view, OperationInput input)
    {
        var coding = input.Value("coding");
        var system = coding.Exists ? coding.ChildValue("system") : input.Text("system");
        var code = coding.Exists ? coding.ChildValue("code") : input.Text("code");
        var version = coding.Exists ? coding.ChildValue("version") : input.Text("version");
        if (code is null || system is null)
        {
            return OperationAnswer.Missing(code is null ? "code" : "system");
        }

        if (view.Source(system, version) is not { IsKnown: true } source)
        {
            return OperationAnswer.Refused(IssueCode.NotFound, "terminology.system-unknown", version is null ? system : $"{system}|{version}");
        }

        switch (source.Find(Encoding.UTF8.GetBytes(code), out var concept))
        {
            case Presence.Absent:
                return OperationAnswer.Refused(IssueCode.NotFound, "terminology.code-unknown", code, system);
            case Presence.Unknown:
                return OperationAnswer.Refused(IssueCode.NotSupported, "terminology.system-without-content", system);
        }

        return Describe(source, concept, code, input);
    }

    private static OperationAnswer Describe(CodeSource source, int concept, string code, OperationInput input)
    {
        var language = input.Text("displayLanguage");
        var wanted = input.Texts("property").ToHashSet(StringComparer.Ordinal);
        var known = source as CompiledCodeSystem;
        var writer = new ParametersWriter()
            .Add("name", "valueString", known?.Root.ChildValue("title") ?? known?.Root.ChildValue("name") ?? source.Url)
            .Add("version", "valueString", source.Version);
        var entry = concept < 0 ? null : new Expansion.ExpandedCode(source.Url, code, default, source, concept);
        writer.Add("display", "valueString", entry?.Display(language) ?? code);
        if (entry is null)
        {
            return writer.Finish();
        }

        if (Wants("designation"))
        {
            foreach (var designation in entry.Designations)
            {
                writer.AddParts("designation", parts => parts
                    .Add("language", designation.Child("language"))
                    .Add("use", designation.Child("use"))
                    .Add("value", designation.Child("value")));
            }
        }

        if (known is not null)
        {
            DescribeConcept(known, concept, writer, Wants);
        }

        return writer.Finish();

        bool Wants(string property) => wanted.Count == 0 || wanted.Contains(property);
    }

    // The standard properties (R4 codesystem 4.8.10), then those that the system defines.
    private static void DescribeConcept(CompiledCodeSystem system, int concept, ParametersWriter writer, Func<string, bool> wants)
    {
        if (wants("definition") && system.DefinitionText(concept) is { } definition)
        {
            writer.AddParts("property", parts => parts.Add("code", "valueCode", "definition").Add("value", "valueString", definition));
        }

        var isStated = system.Properties.StandardValues(concept, "inactive").Any();
        if (wants("inactive") && !isStated)
        {
            writer.AddParts("property", parts => parts.Add("code", "valueCode", "inactive").Add("value", system.Properties.IsInactive(concept)));
        }

        Relatives("parent", system.Hierarchy.Parents(concept));
        Relatives("child", system.Hierarchy.Children(concept));
        foreach (var property in system.Properties.Of(concept))
        {
            if (property.ChildValue("code") is { } code && code is not ("parent" or "child") && wants(code))
            {
                writer.AddParts("property", parts => parts.Add("code", "valueCode", code).Add("value", property.Child("value")));
            }
        }

        void Relatives(string name, IReadOnlyList<int> concepts)
        {
            foreach (var relative in wants(name) ? concepts : [])
            {
                writer.AddParts("property", parts => parts
                    .Add("code", "valueCode", name)
                    .Add("value", "valueCode", system.Code(relative))
                    .Add("description", "valueString", system.Display(relative)));
            }
        }
    }
}
