using System.Text;

namespace FhirPsychAcute.Model.Tests;

public sealed class ResourceEditorTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 30, 5, 70, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", """{"resourceType":"Patient","id":"p1","meta":{"versionId":"3","lastUpdated":"2026-03-01T11:30:05.070Z"}}""")]
    [InlineData("""{"resourceType":"Patient","active":true}""", """{"resourceType":"Patient","id":"p1","meta":{"versionId":"3","lastUpdated":"2026-03-01T11:30:05.070Z"},"active":true}""")]
    [InlineData("""{ "id" : "old", "resourceType" : "Patient" }""", """{ "id" : "p1","meta":{"versionId":"3","lastUpdated":"2026-03-01T11:30:05.070Z"}, "resourceType" : "Patient" }""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"profile":["http://example.org/p"],"tag":[{"code":"a"}]},"id":"old-id"}""",
        """{"resourceType":"Patient","meta":{"versionId":"3","lastUpdated":"2026-03-01T11:30:05.070Z","profile":["http://example.org/p"],"tag":[{"code":"a"}]},"id":"p1"}""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"lastUpdated":"2020-01-01T00:00:00Z","source":"urn:x","versionId":"2"}}""",
        """{"resourceType":"Patient","id":"p1","meta":{"lastUpdated":"2026-03-01T11:30:05.070Z","source":"urn:x","versionId":"3"}}""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"_versionId":{"id":"v"}},"_id":{"id":"i"},"active":true}""",
        """{"resourceType":"Patient","id":"p1","meta":{"versionId":"3","lastUpdated":"2026-03-01T11:30:05.070Z","_versionId":{"id":"v"}},"_id":{"id":"i"},"active":true}""")]
    public void Server_fields_are_set_and_everything_else_stays_byte_for_byte(string before, string after)
    {
        var editor = new ResourceEditor(R4.Document(before)).SetServerFields("p1", "3", Time);
        Assert.Equal(after, Encoding.UTF8.GetString(editor.ToBytes()));
        var document = editor.ToDocument();
        Assert.Equal(after, Encoding.UTF8.GetString(document.Bytes.Span));
        Documents.AssertSameAsReadAnew(document);
        Assert.Equal("p1", document.Id);
        Assert.Equal("3", document.VersionId);
    }

    [Fact]
    public void An_id_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ResourceEditor(R4.Document("""{"resourceType":"Patient"}""")).SetServerFields("a b", "1", Time));

    [Fact]
    public void Values_are_replaced_with_the_escapes_that_they_need()
    {
        var document = R4.Document("""{"resourceType":"Patient","active":false,"name":[{"family":"A","given":["B","C"]}],"multipleBirthInteger":2}""");
        var name = document.Root.Child("name");
        var changed = new ResourceEditor(document)
            .SetValue(name.Child("family"), "Å \"B\"\n")
            .SetValue(document.Root.Child("multipleBirth"), "3")
            .SetValue(document.Root.Child("active"), "true")
            .SetServerFields("x", "1", Time)
            .ToDocument();
        Assert.Equal(
            """{"resourceType":"Patient","id":"x","meta":{"versionId":"1","lastUpdated":"2026-03-01T11:30:05.070Z"},"active":true,"name":[{"family":"Å \"B\"\n","given":["B","C"]}],"multipleBirthInteger":3}""",
            Encoding.UTF8.GetString(changed.Bytes.Span));
        Assert.Equal("Å \"B\"\n", changed.Root.Child("name").ChildValue("family"));
        Documents.AssertSameAsReadAnew(changed);
    }

    [Fact]
    public void A_value_that_its_type_does_not_allow_is_refused()
    {
        var document = R4.Document("""{"resourceType":"Patient","birthDate":"1980"}""");
        Assert.Throws<ArgumentException>(() => new ResourceEditor(document).SetValue(document.Root.Child("birthDate"), "1980-13"));
        Assert.Throws<ArgumentException>(() => new ResourceEditor(document).SetValue(document.Root, "x"));
        Assert.Throws<ArgumentException>(() => new ResourceEditor(document).SetValue(R4.Document("""{"resourceType":"Patient","active":true}""").Root.Child("active"), "false"));
    }

    [Fact]
    public void A_primitive_that_has_only_extensions_gets_a_value()
    {
        var document = R4.Document("""{"resourceType":"Patient","_birthDate":{"id":"b"},"name":[{"given":["A",null],"_given":[null,{"id":"g"}]},{"_given":[null,{"id":"h"}],"given":["X",null]}]}""");
        var names = document.Root.ChildrenNamed("name").ToList();
        var changed = new ResourceEditor(document)
            .SetValue(document.Root.Child("birthDate"), "1980")
            .SetValue(names[0].ChildrenNamed("given").ToList()[1], "B")
            .ToDocument();
        Assert.Equal(
            """{"resourceType":"Patient","_birthDate":{"id":"b"},"name":[{"given":["A","B"],"_given":[null,{"id":"g"}]},{"_given":[null,{"id":"h"}],"given":["X",null]}],"birthDate":"1980"}""",
            Encoding.UTF8.GetString(changed.Bytes.Span));
    }

    [Fact]
    public void Properties_and_items_are_added()
    {
        var document = R4.Document("""{"resourceType":"Patient","name":[{"family":"A"}],"birthDate":"1980"}""");
        var root = document.Root;
        var changed = new ResourceEditor(document)
            .Add(root, "name", """{"text":"B"}"""u8)
            .Add(root, "identifier", """{"value":"1"}"""u8)
            .Add(root, "identifier", """{"value":"2"}"""u8)
            .Add(root, "active", "true"u8)
            .Add(root.Child("name"), "given", "\"G\""u8)
            .Add(root.Child("birthDate"), "extension", """{"url":"urn:e","valueCode":"c"}"""u8)
            .Add(root.Child("birthDate"), "extension", """{"url":"urn:f","valueCode":"d"}"""u8)
            .ToDocument();
        Assert.Equal(
            """{"resourceType":"Patient","name":[{"family":"A","given":["G"]},{"text":"B"}],"birthDate":"1980","identifier":[{"value":"1"},{"value":"2"}],"active":true,"_birthDate":{"extension":[{"url":"urn:e","valueCode":"c"},{"url":"urn:f","valueCode":"d"}]}}""",
            Encoding.UTF8.GetString(changed.Bytes.Span));
    }

    [Fact]
    public void Arrays_and_their_twins_stay_aligned()
    {
        var document = R4.Document("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"id":"g"}]},{"given":["X"]}]}""");
        var names = document.Root.ChildrenNamed("name").ToList();
        var changed = new ResourceEditor(document)
            .Add(names[0], "given", "\"C\""u8)
            .Add(names[0].Child("given"), "id", "\"i\""u8)
            .Add(names[1].Child("given"), "id", "\"x\""u8)
            .ToDocument();
        Assert.Equal(
            """{"resourceType":"Patient","name":[{"given":["A",null,"C"],"_given":[{"id":"i"},{"id":"g"},null]},{"given":["X"],"_given":[{"id":"x"}]}]}""",
            Encoding.UTF8.GetString(changed.Bytes.Span));
    }

    [Fact]
    public void Elements_are_replaced()
    {
        var document = R4.Document("""{"resourceType":"Patient","name":[{"family":"A"},{"family":"B"}],"active":true}""");
        var changed = new ResourceEditor(document)
            .Replace(document.Root.ChildrenNamed("name").ToList()[1], """{"text":"C"}"""u8)
            .Replace(document.Root.Child("active"), "false"u8)
            .SetServerFields("x", "1", Time)
            .ToDocument();
        Assert.Equal(
            """{"resourceType":"Patient","id":"x","meta":{"versionId":"1","lastUpdated":"2026-03-01T11:30:05.070Z"},"name":[{"family":"A"},{"text":"C"}],"active":false}""",
            Encoding.UTF8.GetString(changed.Bytes.Span));
        Documents.AssertSameAsReadAnew(changed);
    }

    [Theory]
    [InlineData("name", """{ "resourceType": "Patient", "active": true, "birthDate": "1980", "_birthDate": {"id":"b"}, "contact": [{"name": {"text":"N"}}] }""")]
    [InlineData("birthDate", """{ "resourceType": "Patient", "active": true, "name": [{"text":"A"}], "contact": [{"name": {"text":"N"}}] }""")]
    [InlineData("contact", """{ "resourceType": "Patient", "active": true, "name": [{"text":"A"}], "birthDate": "1980", "_birthDate": {"id":"b"} }""")]
    public void Elements_are_removed_with_their_arrays_and_twins(string name, string expected)
    {
        var document = R4.Document("""{ "resourceType": "Patient", "active": true, "name": [{"text":"A"}], "birthDate": "1980", "_birthDate": {"id":"b"}, "contact": [{"name": {"text":"N"}}] }""");
        Assert.Equal(expected, Encoding.UTF8.GetString(new ResourceEditor(document).Remove(document.Root.Child(name)).ToBytes()));
    }

    [Fact]
    public void What_is_left_empty_by_a_removal_goes_too()
    {
        var document = R4.Document("""{"resourceType":"Patient","contact":[{"name":{"text":"N"}}],"name":[{"given":["A",null,"C"],"_given":[null,{"id":"b"},null]}]}""");
        var given = document.Root.Child("name").ChildrenNamed("given").ToList();
        var changed = new ResourceEditor(document).Remove(document.Root.Child("contact").Child("name").Child("text")).Remove(given[1]).Remove(given[0]).ToBytes();
        Assert.Equal("""{"resourceType":"Patient","name":[{"given":["C"]}]}""", Encoding.UTF8.GetString(changed));
    }

    [Fact]
    public void Changes_that_make_no_resource_are_reported()
    {
        var document = R4.Document("""{"resourceType":"Patient","active":true}""");
        var editor = new ResourceEditor(document).Add(document.Root, "colour", "\"red\""u8);
        Assert.Equal("The property 'colour' is unknown: Patient has no such element.", Assert.Single(editor.ToResult().Issues).Message);
        Assert.Throws<InvalidOperationException>(editor.ToDocument);
        Assert.Throws<ArgumentException>(() => new ResourceEditor(document).Add(document.Root, "name", "{"u8));
        Assert.Throws<InvalidOperationException>(() => new ResourceEditor(document).Add(document.Root, "active", "true"u8));
    }

    [Fact]
    public void A_resource_in_a_bundle_becomes_a_document_of_its_own()
    {
        var bundle = R4.Document("""{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:a","resource":{"resourceType":"Patient","name":[{"given":["A"],"_given":[{"id":"g"}]}]}}]}""");
        var patient = ResourceDocument.Extract(bundle.Root.Child("entry").Child("resource"));
        Assert.Equal("""{"resourceType":"Patient","name":[{"given":["A"],"_given":[{"id":"g"}]}]}""", Encoding.UTF8.GetString(patient.Bytes.Span));
        Assert.Equal("Patient.name[0].given[0].id", patient.Root.Child("name").Child("given").Child("id").Path);
        Documents.AssertSameAsReadAnew(patient);
        Documents.AssertSameAsReadAnew(new ResourceEditor(patient).SetServerFields("p", "1", Time).ToDocument());
    }
}
