using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class EverySearchRunsTests(EverySearchRunsTests.Data data) : IClassFixture<EverySearchRunsTests.Data>
{
    [Fact]
    public async Task Every_parameter_of_every_type_can_be_searched_with_each_modifier_and_prefix()
    {
        var count = 0;
        foreach (var type in IndexingFixture.Schema.ResourceTypes)
        {
            foreach (var parameter in data.Bed.Registry.ForType(type.Name).Where(parameter => parameter.IsSupported))
            {
                // All values of one parameter in a few searches: each name once, so that every form of SQL is prepared.
                foreach (var search in Searches(parameter))
                {
                    await data.Bed.Search($"{type.Name}?{search}&_count=1");
                    count++;
                }
            }
        }

        Assert.True(count > 6000, $"{count} searches");
    }

    [Fact]
    public async Task Every_sortable_parameter_sorts_and_every_reference_includes_and_chains()
    {
        var count = 0;
        foreach (var type in IndexingFixture.Schema.ResourceTypes)
        {
            foreach (var parameter in data.Bed.Registry.ForType(type.Name).Where(parameter => parameter.IsSupported))
            {
                if (parameter.Type == SearchParameterType.Reference)
                {
                    await data.Bed.Search($"{type.Name}?_include={type.Name}:{parameter.Code}&{parameter.Code}._lastUpdated=gt2020&{parameter.Code}:missing=false&_count=1");
                    await data.Bed.Search($"{parameter.Targets[0]}?_has:{type.Name}:{parameter.Code}:_id=x&_revinclude={type.Name}:{parameter.Code}&_count=1");
                    count++;
                }
                else if (parameter.Type is not (SearchParameterType.Composite or SearchParameterType.Special))
                {
                    await data.Bed.Search($"{type.Name}?_sort={parameter.Code}&_count=1");
                    await data.Bed.Search($"{type.Name}?_sort=-{parameter.Code},_id&_count=1");
                    count++;
                }
            }
        }

        Assert.True(count > 1500, $"{count} parameters");
    }

    [Theory]
    [InlineData("Patient?_include=*&_revinclude=*&_include:iterate=*&_revinclude:iterate=*")]
    [InlineData("?_include:iterate=*&_revinclude:iterate=*&_sort=-_lastUpdated")]
    [InlineData("?_id=a,b&_tag:missing=true&_profile:missing=false&_lastUpdated=gt2020")]
    [InlineData("?_type=Patient,Practitioner&name=x&_sort=-family&name:contains=y")]
    [InlineData("?_type=Patient,Person,RelatedPerson&birthdate=gt1900&telecom:missing=true&address:exact=x")]
    [InlineData("Patient/x/*?_lastUpdated=gt2020&_sort=_lastUpdated")]
    [InlineData("Patient/x/Observation?code=a&_has:Provenance:target:agent=Practitioner/1&subject.name=b")]
    [InlineData("Observation?subject:Patient.general-practitioner:Practitioner.name:contains=a&subject:Patient.organization.partof.partof.name=b")]
    [InlineData("Patient?_has:Observation:patient:_has:DiagnosticReport:result:_has:Provenance:target:_id=x")]
    [InlineData("Observation?code:not=a,b&code:text=c&value-quantity=ne5,gt6|s|c&combo-code-value-quantity=a$gt1,b$lt2&date=ap2026&_sort=-date,code,value-quantity,_id&_total=accurate")]
    public async Task Searches_of_many_parts_run(string url) => Assert.NotNull(await data.Bed.Search(url));

    private static IEnumerable<string> Searches(ResourceSearchParameter parameter)
    {
        var code = parameter.Code;
        switch (parameter.Type)
        {
            case SearchParameterType.Token when code == "_id":
                yield return "_id=a&_id:not=b&_id:missing=false";
                break;
            case SearchParameterType.Token:
                yield return $"{code}=a";
                yield return $"{code}=s|a,|b,c,s|";
                yield return $"{code}:not=a&{code}:not=s|a,c&{code}:missing=true";
                yield return $"{code}:text=x&{code}:of-type=a|b|c&{code}:missing=false";
                break;
            case SearchParameterType.String:
                yield return $"{code}=x";
                yield return $"{code}:exact=x&{code}:contains=y&{code}=a,b&{code}:missing=true";
                break;
            case SearchParameterType.Date:
                yield return $"{code}=2026";
                yield return string.Join('&', ((string[])["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"]).Select(prefix => $"{code}={prefix}2026-01-01,{prefix}2025"));
                yield return $"{code}:missing=false";
                break;
            case SearchParameterType.Number or SearchParameterType.Quantity:
                yield return string.Join('&', ((string[])["", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"]).Select(prefix => $"{code}={prefix}5,{prefix}6.0"));
                yield return $"{code}:missing=true";
                break;
            case SearchParameterType.Uri:
                yield return $"{code}=http://x&{code}:below=http://x&{code}:above=http://x/y/z,http://a/b&{code}:missing=true";
                break;
            case SearchParameterType.Reference:
                yield return $"{code}=a";
                yield return $"{code}=a,http://x/y,{parameter.Targets[0]}/b/_history/1&{code}:{parameter.Targets[0]}=c&{code}:identifier=s|v&{code}:missing=true";
                break;
            case SearchParameterType.Composite:
                yield return $"{code}={string.Join('$', parameter.Components.Select(component => component.Type == SearchParameterType.Date ? "ge2026" : "5"))}";
                yield return $"{code}:missing=true";
                break;
            default:
                yield return $"{code}=56|10&{code}:missing=true";
                break;
        }
    }

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            """{"resourceType":"Patient","id":"a","name":[{"family":"X"}]}""",
            """{"resourceType":"Observation","id":"b","status":"final","code":{"coding":[{"system":"s","code":"a"}]},"subject":{"reference":"Patient/a"},"valueQuantity":{"value":5}}""",
            """{"resourceType":"Encounter","id":"c","status":"planned","class":{"code":"AMB"},"subject":{"reference":"Patient/a"},"period":{"start":"2026-01-01"}}""",
        ];
    }
}
