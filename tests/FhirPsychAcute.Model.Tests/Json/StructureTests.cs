namespace FhirPsychAcute.Model.Tests;

/// <summary>Faults of structure: each with code, path, line and column, and what the message says.</summary>
public sealed class StructureTests
{
    [Fact]
    public void An_unknown_property_is_named_with_its_parents_path() =>
        Assert.Equal(
            ["Structure Patient.name[1] 3:50 The property 'familie' is unknown: HumanName has no such element."],
            R4.Issues("""
                {
                  "resourceType": "Patient",
                  "name": [{ "family": "Ågård" }, { "text": "u", "familie": "x" }]
                }
                """));

    [Fact]
    public void An_unknown_property_whose_name_could_be_a_persons_number_is_not_quoted() =>
        Assert.Equal(
            ["Structure Patient 1:27 A property of this name is unknown: Patient has no such element."],
            R4.Issues("""{"resourceType":"Patient","2512489996":true}"""));

    [Fact]
    public void Columns_count_UTF_16_units() =>
        Assert.Equal(
            ["Structure Patient 1:56 The property 'x' is unknown: Patient has no such element."],
            R4.Issues("""{"resourceType":"Patient","name":[{"family":"Ø😀Å"}],  "x":1}"""));

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "Structure Patient.active 1:36 'active' must be a boolean in JSON (boolean), but a string stands here.")]
    [InlineData("""{"resourceType":"Patient","birthDate":1980}""", "Structure Patient.birthDate 1:39 'birthDate' must be a string in JSON (date), but a number stands here.")]
    [InlineData("""{"resourceType":"Patient","gender":true}""", "Structure Patient.gender 1:36 'gender' must be a string in JSON (code), but a boolean stands here.")]
    [InlineData("""{"resourceType":"Patient","gender":{"value":"male"}}""", "Structure Patient.gender 1:36 'gender' must be a string in JSON (code), but an object stands here.")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":"M"}""", "Structure Patient.maritalStatus 1:43 'maritalStatus' must be an object in JSON (CodeableConcept), but a string stands here.")]
    [InlineData("""{"resourceType":"Observation","valueInteger":"1"}""", "Structure Observation.value.ofType(integer) 1:46 'valueInteger' must be a number in JSON (integer), but a string stands here.")]
    [InlineData("""{"resourceType":"Observation","valueInteger":1.0}""", "Value Observation.value.ofType(integer) 1:46 'valueInteger' must be a whole number between -2147483648 and 2147483647.")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":"1.5"}}""", "Structure Observation.value.ofType(Quantity).value 1:56 'value' must be a number in JSON (decimal), but a string stands here.")]
    [InlineData("""{"resourceType":"Patient","name":[5]}""", "Structure Patient.name[0] 1:35 'name' must be an object in JSON (HumanName), but a number stands here.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",1]}]}""", "Structure Patient.name[0].given[1] 1:49 'given' must be a string in JSON (string), but a number stands here.")]
    public void A_wrong_kind_of_JSON_is_named(string json, string expected) => Assert.Equal([expected], R4.Issues(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":{"family":"A"}}""", "Structure Patient.name 1:34 'name' must be an array in JSON, also for one item.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":"A"}]}""", "Structure Patient.name[0].given 1:44 'given' must be an array in JSON, also for one item.")]
    [InlineData("""{"resourceType":"Patient","gender":["male"]}""", "Structure Patient.gender 1:36 'gender' must not be an array in JSON: it occurs once at most.")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":[{"text":"gift"}]}""", "Structure Patient.maritalStatus 1:43 'maritalStatus' must not be an array in JSON: it occurs once at most.")]
    public void An_array_must_stand_where_an_element_repeats_and_nowhere_else(string json, string expected) => Assert.Equal([expected], R4.Issues(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","gender":null}""", "Structure Patient.gender 1:36 'gender' must not be null; an element without content is left out.")]
    [InlineData("""{"resourceType":"Patient","name":null}""", "Structure Patient.name 1:34 'name' must be an array in JSON, also for one item.", "Structure Patient.name[0] 1:34 'name' must not be null; an element without content is left out.")]
    [InlineData("""{"resourceType":"Patient","name":[null]}""", "Structure Patient.name[0] 1:35 'name' must not be null; an element without content is left out.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",null]}]}""", "Structure Patient.name[0].given[1] 1:49 null is allowed only where the twin array has content at the same place.")]
    public void Null_stands_only_in_arrays_with_a_twin(string json, params string[] expected) => Assert.Equal(expected, R4.Issues(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{}}""", "Required Patient.maritalStatus 1:43 An object must not be empty.")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "Required Patient.name 1:34 The array 'name' must not be empty.")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "Required Patient.name[0] 1:35 An object must not be empty.")]
    [InlineData("""{"resourceType":"Patient","gender":""}""", "Required Patient.gender 1:36 'gender' must not be an empty string.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[]}]}""", "Required Patient.name[0].given 1:44 The array 'given' must not be empty.")]
    [InlineData("""{"resourceType":"Patient","_gender":{}}""", "Required Patient.gender 1:37 An object must not be empty.")]
    public void What_is_there_must_have_content(string json, string expected) => Assert.Equal([expected], R4.Issues(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","gender":"male","gender":"male"}""", "Structure Patient 1:43 The property 'gender' stands twice.")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"A"}],"active":true,"name":[{"family":"B"}]}""", "Structure Patient 1:65 The property 'name' stands twice.")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient","active":true}""", "Structure Patient 1:27 The property 'resourceType' stands twice.")]
    [InlineData("""{"resourceType":"Patient","_gender":{"id":"a"},"_gender":{"id":"b"}}""", "Structure Patient 1:48 The property '_gender' stands twice.")]
    [InlineData("""{"resourceType":"Patient","gender":"male","\u0067ender":"male"}""", "Structure Patient 1:43 The property 'gender' stands twice.")]
    [InlineData("""{"resourceType":"Observation","valueString":"a","valueInteger":1}""", "Structure Observation 1:49 'valueInteger' is a second type for Observation.value[x], which may have only one.")]
    [InlineData("""{"resourceType":"Observation","valueString":"a","_valueDateTime":{"id":"b"}}""", "Structure Observation 1:49 'valueDateTime' is a second type for Observation.value[x], which may have only one.")]
    [InlineData("""{"resourceType":"Observation","_valueDateTime":{"id":"b"},"valueString":"a"}""", "Structure Observation 1:59 'valueString' is a second type for Observation.value[x], which may have only one.")]
    public void An_element_stands_once_and_a_choice_has_one_type(string json, string expected) => Assert.Equal([expected], R4.Issues(json));

    [Theory]
    [InlineData("""{"id":"a"}""", "Structure Resource 1:1 The resource has no resourceType.")]
    [InlineData("""{}""", "Structure Resource 1:1 The resource has no resourceType.")]
    [InlineData("""{"resourceType":5}""", "Structure Resource 1:17 resourceType must be a JSON string.")]
    [InlineData("""{"resourceType":"Pasient"}""", "NotSupported Resource 1:17 'Pasient' is not a resource type of FHIR 4.0.1.")]
    [InlineData("""{"resourceType":"DomainResource"}""", "NotSupported Resource 1:17 'DomainResource' is not a resource type of FHIR 4.0.1.")]
    [InlineData("""{"resourceType":"HumanName"}""", "NotSupported Resource 1:17 'HumanName' is not a resource type of FHIR 4.0.1.")]
    [InlineData("""[{"resourceType":"Patient"}]""", "Invalid Resource 1:1 A resource is a JSON object, but something else stands here.")]
    [InlineData("""{"resourceType":"Patient","contained":[{"id":"a"}]}""", "Structure Patient.contained[0] 1:40 The resource has no resourceType.")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Nobody"}}]}""", "NotSupported Bundle.entry[0].resource 1:78 'Nobody' is not a resource type of FHIR 4.0.1.")]
    public void A_resource_says_its_type(string json, string expected) => Assert.Equal([expected], R4.Issues(json));

    [Fact]
    public void ResourceType_may_stand_anywhere()
    {
        var document = R4.Document("""{"active":true,"contained":[{"name":"Ward","resourceType":"Organization"}],"resourceType":"Patient"}""");
        Assert.Equal("Patient", document.Type.Name);
        Assert.Equal("Organization", document.Root.Child("contained").Type.Name);
        Assert.Equal("Ward", document.Root.Child("contained").ChildValue("name"));
    }

    [Fact]
    public void A_contained_resource_contains_none()
    {
        var json = """{"resourceType":"Patient","contained":[{"resourceType":"Group","id":"a","contained":[{"resourceType":"Group","id":"b"}]}]}""";
        Assert.Equal(["Structure Patient.contained[0] 1:73 A contained resource must not contain resources itself."], R4.Issues(json));
    }

    [Fact]
    public void Resources_in_bundles_and_parameters_have_their_own_types()
    {
        var document = R4.Document("""{"resourceType":"Parameters","parameter":[{"name":"p","resource":{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient","active":true}}]}}]}""");
        var patient = document.Root.Child("parameter").Child("resource").Child("entry").Child("resource");
        Assert.Equal("Parameters.parameter[0].resource.entry[0].resource", patient.Path);
        Assert.True(patient.IsResource);
        Assert.Equal("Patient", patient.Type.Name);
        Assert.Equal(patient, patient.Child("active").Resource);
    }

    [Fact]
    public void Every_fault_is_reported_in_one_reading_in_the_order_of_the_source() =>
        Assert.Equal(
            [
                "Value Patient.id 3:9 'id' is not an id: 1 to 64 of the letters A-Z and a-z, digits, '-' and '.'.",
                "Structure Patient.active 4:13 'active' must be a boolean in JSON (boolean), but a string stands here.",
                "Structure Patient.name[0].given 5:23 'given' must be an array in JSON, also for one item.",
                "Structure Patient.name[0].given[0] 5:23 'given' must be a string in JSON (string), but a number stands here.",
                "Structure Patient 6:3 The property 'sex' is unknown: Patient has no such element.",
                "Value Patient.birthDate 7:16 'birthDate' is not a date: YYYY, YYYY-MM or YYYY-MM-DD, and a day that the calendar has.",
            ],
            R4.Issues("""
                {
                  "resourceType": "Patient",
                  "id": "a b",
                  "active": "yes",
                  "name": [{ "given": 5 }],
                  "sex": [{"a": [1, {}]}],
                  "birthDate": "2023-02-29"
                }
                """));

    [Theory]
    [InlineData("""{"resourceType":"Patient","_name":[{"id":"a"}]}""", "Structure Patient 1:27 The property '_name' is unknown: only primitive elements have a twin with an underscore.")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"value":"1980"}}""", "Structure Patient.birthDate 1:41 The property 'value' is unknown: Element has no such element.")]
    [InlineData("""{"resourceType":"Patient","_birthDate":[{"id":"a"}]}""", "Structure Patient.birthDate 1:40 '_birthDate' must be an object.")]
    [InlineData("""{"resourceType":"Patient","_birthDate":"a"}""", "Structure Patient.birthDate 1:40 '_birthDate' must be an object.")]
    [InlineData("""{"resourceType":"Patient","name":[{"_given":{"id":"a"}}]}""", "Structure Patient.name[0].given 1:45 '_given' must be an array of objects and nulls.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A","B"],"_given":[{"id":"a"}]}]}""", "Structure Patient.name[0].given 1:54 The arrays 'given' and '_given' must have the same number of items, with null for those without.")]
    [InlineData("""{"resourceType":"Patient","name":[{"_given":[{"id":"a"}],"given":["A","B"]}]}""", "Structure Patient.name[0].given 1:58 The arrays 'given' and '_given' must have the same number of items, with null for those without.")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[null,"B"],"_given":[null,{"id":"a"}]}]}""", "Structure Patient.name[0].given[0] 1:45 null is allowed only where the twin array has content at the same place.")]
    [InlineData("""{"resourceType":"Patient","name":[{"_given":[null,{"id":"a"}],"given":[null,"B"]}]}""", "Structure Patient.name[0].given[0] 1:46 null is allowed only where the twin array has content at the same place.")]
    public void A_twin_fits_its_value(string json, string expected) => Assert.Equal([expected], R4.Issues(json));
}
