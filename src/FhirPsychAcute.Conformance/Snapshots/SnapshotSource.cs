using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Gives a StructureDefinition its snapshot: the one it was published with, else the one generated from its differential
/// (R4 profiling 5.1.0.2). Safe for any number of threads.
/// </summary>
public sealed class SnapshotSource
{
    // Whoever compiles a snapshot keeps what it made of it; a generated one stays only while someone holds it, as it is soon made again.
    private readonly ConditionalWeakTable<Definition, WeakReference<SnapshotResult>> generated = new();

    // Trees live as long as the document that they were read from.
    private readonly ConditionalWeakTable<ResourceDocument, SnapshotTree> trees = new();

    /// <summary>The StructureDefinition with a snapshot, and what is wrong with it where none can be made.</summary>
    /// <remarks>
    /// A published snapshot is taken as it is. Where it is plainly not whole (it has not even the elements that its differential names at the top), it is
    /// generated anew.
    /// </remarks>
    public SnapshotResult Get(Definition structureDefinition) => Get(structureDefinition, null);

    /// <summary>The StructureDefinition with a snapshot generated from its differential, also where it was published with one.</summary>
    public SnapshotResult Generate(Definition structureDefinition) =>
        new SnapshotGeneration(this, structureDefinition.Document, structureDefinition.Scope, new SnapshotChain(null, structureDefinition.Url)).Run();

    /// <summary>The same for a StructureDefinition that is at hand as a document, as when it is itself checked.</summary>
    /// <param name="structureDefinition">The StructureDefinition.</param>
    /// <param name="scope">Where the canonicals that it names are resolved.</param>
    public SnapshotResult GenerateFrom(ResourceDocument structureDefinition, DefinitionScope scope) =>
        new SnapshotGeneration(this, structureDefinition, scope, new SnapshotChain(null, structureDefinition.Root.ChildValue("url") ?? "")).Run();

    /// <summary>The same while other snapshots wait for this one.</summary>
    internal SnapshotResult Get(Definition structureDefinition, SnapshotChain? chain)
    {
        if (generated.TryGetValue(structureDefinition, out var reference) && reference.TryGetTarget(out var known))
        {
            return known;
        }

        if (!TryRead(structureDefinition, out var document))
        {
            return new SnapshotResult(null, [new SnapshotFault(default, "snapshot.damaged", [structureDefinition.Canonical])]);
        }

        if (PublishedSnapshot.IsWhole(document.Root))
        {
            return new SnapshotResult(document, []);
        }

        var link = new SnapshotChain(chain, structureDefinition.Url);
        var made = new SnapshotGeneration(this, document, structureDefinition.Scope, link).Run();

        // What was cut short by a cycle further up is not the whole truth about this definition.
        if (chain is null || made.Faults.Count == 0)
        {
            generated.AddOrUpdate(structureDefinition, new WeakReference<SnapshotResult>(made));
        }

        return made;
    }

    private static bool TryRead(Definition structureDefinition, [NotNullWhen(true)] out ResourceDocument? document)
    {
        try
        {
            document = structureDefinition.Document;
            return true;
        }
        catch (InvalidDataException)
        {
            document = null;
            return false;
        }
    }

    /// <summary>The snapshot of a definition as a tree; null where there is none.</summary>
    internal SnapshotTree? Tree(Definition structureDefinition, SnapshotChain chain)
    {
        var result = Get(structureDefinition, chain);
        if (result.StructureDefinition is not { } document)
        {
            return null;
        }

        var tree = trees.GetValue(document, key => SnapshotTree.Read(key.Root, structureDefinition.Scope));
        return tree.Root is null ? null : tree;
    }
}
