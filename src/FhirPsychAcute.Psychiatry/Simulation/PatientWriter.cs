using System.Globalization;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Patients: known by a number, or anonymous.</summary>
internal sealed class PatientWriter(SimulationScribe scribe, SimulatedDirectory directory)
{
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static readonly string[] Women = ["Anna", "Bodil", "Clara", "Ditte", "Elin", "Freja", "Gerda", "Hanne", "Inger", "Jytte", "Karen", "Lis", "Maja", "Nina", "Olga", "Pia"];
    private static readonly string[] Men = ["Aksel", "Bent", "Carl", "David", "Erik", "Finn", "Gustav", "Hans", "Ib", "Jens", "Kurt", "Lars", "Mikkel", "Niels", "Otto", "Poul"];
    private static readonly string[] Families = ["Prøvesen", "Simulantsen", "Tænktsen", "Opdigtsen", "Modelsen", "Eksempelsen", "Fiktivsen", "Digtsen"];

    /// <summary>Id of a registered person.</summary>
    public static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}p{number:D7}");

    /// <summary>A registered person.</summary>
    public void Write(SimulatedPerson person)
    {
        var id = Id(scribe.Prefix, person.Number);
        if (person.Identifier == PersonIdentifier.Pseudonym)
        {
            WriteAnonymous(id);
            return;
        }

        var region = directory.Regions[person.Region];
        var municipality = region.Municipalities[person.Municipality];
        var composer = scribe.Begin("Patient", id, person.IsProtected ? null : Terms.Patient);
        if (person.IsProtected)
        {
            composer.Open("meta").OpenList("profile").Item(Terms.Patient).CloseList()
                .OpenList("security").OpenItem().Text("system", Confidentiality).Text("code", "R").Close().CloseList().Close();
        }

        var isCpr = person.Identifier == PersonIdentifier.Cpr;
        composer.OpenList("identifier").OpenItem().Text("use", isCpr ? "official" : "temp").Text("system", isCpr ? Terms.Cpr : Terms.XeCpr)
            .Text("value", isCpr ? PersonRegister.CprNumber(person) : PersonRegister.ReplacementNumber(person)).Close().CloseList();
        if (!person.IsProtected)
        {
            var given = (person.IsFemale ? Women : Men)[person.Number % 16];
            composer.OpenList("name").OpenItem().Text("use", "official").Text("family", $"{Families[person.Number / 16 % 8]} (fiktiv)").OpenList("given").Item(given).CloseList().Close().CloseList();
        }

        // Everybody is "born" in a February that had no 29th, so the day is left out.
        composer.Text("gender", person.IsFemale ? "female" : "male").Text("birthDate", string.Create(CultureInfo.InvariantCulture, $"{person.BirthYear:D4}-02"))
            .OpenList("address").OpenItem().OpenList("extension").OpenExtension(Terms.MunicipalityExtension).Concept("valueCodeableConcept", Terms.Municipality, municipality.Code).Close().CloseList()
            .Text("use", "home").Close().CloseList();
        scribe.Finish();
    }

    /// <summary>A person who has not said who they are.</summary>
    public void WriteAnonymous(string id)
    {
        scribe.Begin("Patient", id, Terms.Patient).OpenList("identifier").OpenItem().Text("use", "temp").Text("system", Terms.Pseudonym).Text("value", id).Close().CloseList();
        scribe.Finish();
    }
}
