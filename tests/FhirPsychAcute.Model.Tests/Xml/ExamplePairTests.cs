using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace FhirPsychAcute.Model.Tests.Xml;

/// <summary>The examples that HL7 publishes both in JSON and in XML: each form is made from the other and compared with what is published.</summary>
public sealed partial class ExamplePairTests(ITestOutputHelper output)
{
    private const string Pairs = "conformance/example-pairs";

    // Differences between the two publications of an example, as the baseline names them.
    private const string Label = "label";
    private const string Binary = "binary";

    private readonly Dictionary<string, string> baseline = ReadBaseline();

    [ConformanceFact(Pairs)]
    public void Every_published_XML_example_gives_the_published_JSON()
    {
        var differing = new List<string>();
        foreach (var name in Names)
        {
            var read = ResourceDocument.ParseXml(Xml(name), R4.Schema);
            if (!read.IsValid)
            {
                Tell(name, string.Join(Environment.NewLine, R4Xml.Lines(read)), differing);
                continue;
            }

            Compare(name, differing, known => (CanonicalXml.OfJson(Json(name, known)), CanonicalXml.OfJson(read.Document.Bytes)));
        }

        Assert.Empty(differing);
    }

    [ConformanceFact(Pairs)]
    public void Every_published_JSON_example_gives_the_published_XML()
    {
        var differing = new List<string>();
        foreach (var name in Names)
        {
            Compare(name, differing, known => (CanonicalXml.OfXml(Xml(name)), CanonicalXml.OfXml(R4Xml.Bytes(Document(name, known).Root))));
        }

        Assert.Empty(differing);
    }

    [ConformanceFact(Pairs)]
    public void Every_published_XML_example_is_the_same_after_it_was_read_and_written()
    {
        var differing = new List<string>();
        foreach (var name in Names)
        {
            var document = ResourceDocument.ParseXml(Xml(name), R4.Schema).Document!;
            var (published, made) = (CanonicalXml.OfXml(Xml(name)), CanonicalXml.OfXml(R4Xml.Bytes(document.Root, pretty: true)));
            if (!string.Equals(published, made, StringComparison.Ordinal))
            {
                Tell(name, FirstDifference(published, made), differing);
            }
        }

        Assert.Empty(differing);
    }

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(ConformanceData.Locate(Pairs + "/json"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    private static byte[] Xml(string name) => File.ReadAllBytes(ConformanceData.Locate($"{Pairs}/xml/{name}.xml"));

    /// <summary>The published JSON, with what the baseline says of it put right.</summary>
    private static byte[] Json(string name, string known)
    {
        var json = File.ReadAllText(ConformanceData.Locate($"{Pairs}/json/{name}.json"));
        return Encoding.UTF8.GetBytes(known.Contains(Label, StringComparison.Ordinal) ? TestLabel().Replace(json, "\"security\"${label}") : json);
    }

    private static ResourceDocument Document(string name, string known)
    {
        var read = R4.Read(Json(name, known));
        Assert.Empty(read.Issues);
        return read.Document!;
    }

    // Name, differences and reason, with tabs between.
    private static Dictionary<string, string> ReadBaseline() =>
        File.ReadAllLines(Checkout.Locate("tests/FhirPsychAcute.Model.Tests/Xml/example-pairs-baseline.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    /// <summary>Compares a pair; its publications must differ exactly in the way that the baseline says, or not at all where it says nothing.</summary>
    private void Compare(string name, List<string> differing, Func<string, (string Published, string Made)> canonical)
    {
        var known = baseline.GetValueOrDefault(name, "");
        foreach (var difference in known.Split('+', StringSplitOptions.RemoveEmptyEntries))
        {
            var others = string.Join('+', known.Split('+').Where(other => other != difference));
            if (Same(canonical(others), others))
            {
                Tell(name, $"no longer differs by {difference}: to be taken out of the baseline", differing);
            }
        }

        var pair = canonical(known);
        if (!Same(pair, known))
        {
            Tell(name, FirstDifference(pair.Published, pair.Made), differing);
        }
    }

    private static bool Same((string Published, string Made) pair, string known) =>
        known.Contains(Binary, StringComparison.Ordinal)
            ? string.Equals(ThroughBinary(pair.Published), ThroughBinary(pair.Made), StringComparison.Ordinal)
            : string.Equals(pair.Published, pair.Made, StringComparison.Ordinal);

    private static string ThroughBinary(string canonical) =>
        Decimals().Replace(canonical, match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));

    private static string FirstDifference(string expected, string actual)
    {
        var (published, made) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(published.Length, made.Length)).First(index => published.ElementAtOrDefault(index) != made.ElementAtOrDefault(index));
        return $"published {published.ElementAtOrDefault(line)}{Environment.NewLine}made      {made.ElementAtOrDefault(line)}";
    }

    private void Tell(string name, string difference, List<string> differing)
    {
        output.WriteLine($"{name}{Environment.NewLine}{difference}");
        differing.Add(name);
    }

    [GeneratedRegex("\"tag\"(?<label>\\s*:\\s*\\[\\s*\\{[^}]*\"HTEST\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestLabel();

    [GeneratedRegex("(?<=:|value=)-?[0-9]+\\.[0-9]+(?=\\n|$)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Decimals();
}
