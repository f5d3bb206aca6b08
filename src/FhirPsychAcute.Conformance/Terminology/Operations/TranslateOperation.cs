using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.ConceptMaps;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary><c>ConceptMap/$translate</c>: what a code is called elsewhere (http://hl7.org/fhir/R4/conceptmap-operation-translate.html).</summary>
internal static class TranslateOperation
{
    private const int MaxChainedMaps = 8;

    public static OperationAnswer Run(ScopeView view, OperationInput input, Language language)
    {
        var codings = Codings(input);
        if (codings.Count == 0)
        {
            return OperationAnswer.Missing("code");
        }

        var (maps, refusal) = Maps(view, input);
        if (refusal is not null)
        {
            return refusal;
        }

        var isReverse = input.IsTrue("reverse");
        var matches = new List<Match>();
        foreach (var map in maps)
        {
            foreach (var (system, code) in codings)
            {
                Translate(view, map, system, code, isReverse, input, matches, 0);
            }
        }

        var isFound = matches.Exists(match => match.Equivalence is not ("unmatched" or "disjoint"));
        var writer = new ParametersWriter().Add("result", isFound);
        if (!isFound)
        {
            writer.Add("message", "valueString", ValidationMessages.Get(language, maps.Count == 0 ? "terminology.no-map" : "terminology.no-translation", [codings[0].Code]));
        }

        foreach (var match in matches)
        {
            Write(writer, match);
        }

        return writer.Finish();
    }

    private static List<(string? System, string Code)> Codings(OperationInput input)
    {
        var codings = new List<(string?, string)>();
        if (input.Value("codeableConcept") is { Exists: true } concept)
        {
            codings.AddRange(concept.ChildrenNamed("coding").ToList().Where(coding => coding.Child("code").HasValue).Select(coding => (coding.ChildValue("system"), coding.ChildValue("code")!)));
        }
        else if (input.Value("coding") is { Exists: true } coding && coding.ChildValue("code") is { } inCoding)
        {
            codings.Add((coding.ChildValue("system"), inCoding));
        }
        else if (input.Text("code") is { } code)
        {
            codings.Add((input.Text("system"), code));
        }

        return codings;
    }

    private static (List<CompiledConceptMap> Maps, OperationAnswer? Refusal) Maps(ScopeView view, OperationInput input)
    {
        if ((input.Instance?.Root ?? input.Resource("conceptMap")) is { Exists: true } given)
        {
            return given.Type.Name == "ConceptMap" ? ([new CompiledConceptMap(given)], null) : ([], OperationAnswer.Unusable("conceptMap", given.Type.Name));
        }

        if (input.Text("url") is { } url)
        {
            var canonical = input.Text("conceptMapVersion") is { } version ? $"{url}|{version}" : url;
            return view.ConceptMap(canonical) is { } map ? ([map], null) : ([], OperationAnswer.Refused(IssueCode.NotFound, "terminology.map-unknown", canonical));
        }

        // Without a map named, the value sets between which to translate choose it.
        var (source, target) = (input.Text("source"), input.Text("target"));
        var targetSystem = input.Text("targetsystem");
        if (source is null && target is null && targetSystem is null)
        {
            return ([], OperationAnswer.Missing("url"));
        }

        return ([.. view.ConceptMaps().Where(map => map.IsFor(source, target) && (source is null || map.Map.Child("source").Exists || target is not null))], null);
    }

    private static void Translate(
        ScopeView view, CompiledConceptMap map, string? system, string code, bool isReverse, OperationInput input, List<Match> matches, int depth)
    {
        var found = false;
        var targetSystem = input.Text("targetsystem");
        foreach (var line in isReverse ? map.To(code) : map.From(code))
        {
            if ((system is not null && (isReverse ? line.TargetSystem : line.SourceSystem) is { } stated && stated != system) || !DependsOnWhatIsGiven(line, input))
            {
                continue;
            }

            var match = isReverse
                ? new Match(Inverse(line.Equivalence), line.SourceSystem, null, line.SourceCode, line.SourceDisplay, line.Target, map.Url)
                : new Match(line.Equivalence, line.TargetSystem, line.TargetVersion, line.TargetCode, line.TargetDisplay, line.Target, map.Url);
            if (targetSystem is null || match.System == targetSystem)
            {
                matches.Add(match);
            }

            found = true;
        }

        if (!found && !isReverse && depth < MaxChainedMaps)
        {
            Unmapped(view, map, system, code, input, matches, depth);
        }
    }

    // ConceptMap.group.unmapped: what to do with a code that the group does not list.
    private static void Unmapped(ScopeView view, CompiledConceptMap map, string? system, string code, OperationInput input, List<Match> matches, int depth)
    {
        foreach (var group in map.Groups)
        {
            if (group.Child("unmapped") is not { Exists: true } unmapped || (system is not null && group.ChildValue("source") is { } source && source != system))
            {
                continue;
            }

            var (target, version) = (group.ChildValue("target"), group.ChildValue("targetVersion"));
            switch (unmapped.ChildValue("mode"))
            {
                case "provided":
                    matches.Add(new Match("equal", target, version, code, null, default, map.Url));
                    break;
                case "fixed":
                    matches.Add(new Match("relatedto", target, version, unmapped.ChildValue("code"), unmapped.ChildValue("display"), default, map.Url));
                    break;
                case "other-map" when unmapped.ChildValue("url") is { } other && view.ConceptMap(other) is { } next:
                    Translate(view, next, system, code, isReverse: false, input, matches, depth + 1);
                    break;
            }
        }
    }

    // A line that depends on another element is for those who give that value, or give none at all.
    private static bool DependsOnWhatIsGiven(MapLine line, OperationInput input)
    {
        foreach (var dependency in line.Target.ChildrenNamed("dependsOn"))
        {
            foreach (var given in input.Parts("dependency"))
            {
                if (Part(given, "element") is { Exists: true } element && element.Value == dependency.ChildValue("property")
                    && Part(given, "concept") is { Exists: true } concept && !HasCode(concept, dependency.ChildValue("system"), dependency.ChildValue("value")))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Element Part(Element parameter, string name)
    {
        foreach (var part in parameter.ChildrenNamed("part"))
        {
            if (part.ChildValue("name") == name)
            {
                return part.Child("value");
            }
        }

        return default;
    }

    private static bool HasCode(Element concept, string? system, string? code) =>
        concept.ChildrenNamed("coding").ToList().Exists(coding => coding.ChildValue("code") == code && (system is null || coding.ChildValue("system") == system));

    // The equivalence says how the target relates to the source; read backwards, wider becomes narrower.
    private static string Inverse(string equivalence) => equivalence switch
    {
        "wider" => "narrower",
        "narrower" => "wider",
        "subsumes" => "specializes",
        "specializes" => "subsumes",
        _ => equivalence,
    };

    private static void Write(ParametersWriter writer, Match match) => writer.AddParts("match", parts =>
    {
        parts.Add("equivalence", "valueCode", match.Equivalence);
        if (match.Code is not null)
        {
            parts.AddCoding("concept", match.System, match.Version, match.Code, match.Display);
        }

        foreach (var product in match.Target.Exists ? match.Target.ChildrenNamed("product").ToList() : [])
        {
            parts.AddParts("product", inner => inner
                .Add("element", "valueUri", product.ChildValue("property"))
                .AddCoding("concept", product.ChildValue("system"), null, product.ChildValue("value") ?? "", product.ChildValue("display")));
        }

        parts.Add("source", "valueUri", match.Source);
    });

    private sealed record Match(string Equivalence, string? System, string? Version, string? Code, string? Display, Element Target, string? Source);
}
