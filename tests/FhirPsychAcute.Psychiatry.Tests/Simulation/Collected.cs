using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

/// <summary>A simulated year in memory.</summary>
internal sealed class Collected : ISimulationSink
{
    private readonly ArrayBufferWriter<byte> lines = new();

    /// <summary>Every resource: type, id, JSON.</summary>
    public List<(string Type, string Id, string Json)> Resources { get; } = [];

    /// <summary>Their kinds.</summary>
    public HashSet<SimulatedKind> Kinds { get; } = [];

    /// <summary>SHA-256 of all lines.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(lines.WrittenSpan));

    /// <summary>The whole year, part after part.</summary>
    public static Collected Year(int calls, int civil = 0, int? coercion = 0, ulong seed = 1, int year = 2026)
    {
        var simulated = new SimulatedYear(new SimulationSettings(year, calls, civil, coercion, seed), new RuleFolder());
        var collected = new Collected();
        for (var part = 0; part < simulated.Parts; part++)
        {
            simulated.Write(part, collected);
        }

        return collected;
    }

    /// <inheritdoc/>
    public void Add(SimulatedKind kind, string id, ReadOnlyMemory<byte> json)
    {
        Resources.Add((kind.Type, id, Encoding.UTF8.GetString(json.Span)));
        Kinds.Add(kind);
        lines.Write(json.Span);
        lines.Write("\n"u8);
    }

    /// <summary>Resources of a type, read.</summary>
    public IEnumerable<Element> Of(string type) => Resources.Where(resource => resource.Type == type)
        .Select(resource => ResourceDocument.Parse(Encoding.UTF8.GetBytes(resource.Json), DefinitionStore.R4.Schema).Document!.Root);

    /// <summary>Resources of a type that claim a profile.</summary>
    public IEnumerable<Element> Of(string type, string profile) =>
        Of(type).Where(resource => resource.Child("meta").ChildrenNamed("profile").ToList()[0].Value == Guide.Structure(profile));
}
