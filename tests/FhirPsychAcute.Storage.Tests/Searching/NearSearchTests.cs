namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class NearSearchTests(NearSearchTests.Data data) : IClassFixture<NearSearchTests.Data>
{
    // Aarhus - Risskov 5 km, Aarhus - Viborg 61 km, Aarhus - København 157 km.
    [Theory]
    [InlineData("Location?near=56.1567|10.2108|1", "aarhus")]
    [InlineData("Location?near=56.1567|10.2108|6|km", "aarhus risskov")]
    [InlineData("Location?near=56.1567|10.2108|6000|m", "aarhus risskov")]
    [InlineData("Location?near=56.1567|10.2108", "aarhus risskov")]
    [InlineData("Location?near=56.1567|10.2108|70", "aarhus risskov viborg")]
    [InlineData("Location?near=56.1567|10.2108|150", "aarhus risskov viborg")]
    [InlineData("Location?near=56.1567|10.2108|165", "aarhus copenhagen risskov viborg")]
    [InlineData("Location?near=56.1567|10.2108|100|[mi_i]", "aarhus copenhagen risskov viborg")]
    [InlineData("Location?near=56.1567|10.2108|1,55.6761|12.5683|1", "aarhus copenhagen")]
    [InlineData("Location?near=56.1567|10.2108|100&name=Ris", "risskov")]
    [InlineData("Location?near=56.1567|10.2108|100&_id=viborg", "viborg")]
    [InlineData("Location?near:missing=true", "nowhere")]
    [InlineData("HealthcareService?location.near=56.1567|10.2108|6", "offer")]
    public async Task Finds(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            Location("aarhus", "56.1567", "10.2108"),
            Location("risskov", "56.1970", "10.2372"),
            Location("viborg", "56.4532", "9.4020"),
            Location("copenhagen", "55.6761", "12.5683"),
            """{"resourceType":"Location","id":"nowhere","name":"Nowhere"}""",
            """{"resourceType":"HealthcareService","id":"offer","location":[{"reference":"Location/risskov"}]}""",
            """{"resourceType":"HealthcareService","id":"away","location":[{"reference":"Location/copenhagen"}]}""",
        ];

        private static string Location(string id, string latitude, string longitude) =>
            $$"""{"resourceType":"Location","id":"{{id}}","name":"{{id}}","position":{"latitude":{{latitude}},"longitude":{{longitude}} } }""";
    }
}
