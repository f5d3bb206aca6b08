namespace FhirPsychAcute.EndToEnd.WalkThroughs;

/// <summary>What the READMEs of <c>examples/</c> tell their readers to do works, and shows what they say that it shows.</summary>
public sealed class WalkThroughTests
{
    [ShellTheory]
    [InlineData("README.md", 11)]
    [InlineData("directory/README.md", 9)]
    [InlineData("incident/README.md", 4)]
    [InlineData("scenario-2-far/README.md", 2)]
    [InlineData("scenario-3-ali/README.md", 2)]
    [InlineData("scenario-4-kirsten/README.md", 2)]
    [InlineData("scenario-5-jonas/README.md", 2)]
    [InlineData("scenario-6-lone/README.md", 2)]
    [InlineData("scenario-7-peter/README.md", 2)]
    [InlineData("scenario-8-sara/README.md", 2)]
    public async Task Every_command_of_a_walk_through_prints_what_the_text_shows(string readme, int atLeast)
    {
        var text = new WalkThrough(Checkout.Locate($"examples/{readme}"));
        var preamble = readme == "README.md" ? "" : new WalkThrough(Checkout.Locate("examples/README.md")).First;
        var server = new RunningServer();
        await server.InitializeAsync();
        try
        {
            Assert.True(text.Steps >= atLeast, $"{readme} has only {text.Steps} blocks of commands");
            var differences = await text.DifferencesAsync(server.Site, preamble);
            Assert.True(differences.Count == 0, string.Join("\n", differences));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
