using System.Text.Json.Nodes;

namespace FhirPsychAcute.Server;

/// <summary>Where an operation can be called (OperationDefinition.system, type, instance).</summary>
[Flags]
internal enum OperationLevels : byte
{
    /// <summary><c>[base]/$name</c>.</summary>
    System = 1,
    /// <summary><c>[base]/[type]/$name</c>.</summary>
    Type = 2,
    /// <summary><c>[base]/[type]/[id]/$name</c>.</summary>
    Instance = 4,
}

/// <summary>Runs an operation; never throws for what a caller can cause.</summary>
internal delegate ValueTask<Answer> OperationHandler(FhirService service, FhirRequest request, CancellationToken cancellationToken);

/// <summary>An operation that the server has (http://hl7.org/fhir/R4/operations.html).</summary>
/// <param name="Name">Name without dollar sign.</param>
/// <param name="Definition">Canonical of its OperationDefinition.</param>
/// <param name="Levels">Where it can be called.</param>
/// <param name="Types">Resource types that have it; empty for all.</param>
/// <param name="Verbs">Methods: POST always, GET for operations that change nothing.</param>
/// <param name="Text">What it does, in a few words, for Swagger.</param>
/// <param name="Run">Runs it.</param>
internal sealed record Operation(
    string Name, string Definition, OperationLevels Levels, IReadOnlyList<string> Types, HttpVerb Verbs, string Text, OperationHandler Run)
{
    /// <summary>Parameters that the URL can give, for Swagger.</summary>
    public IReadOnlyList<string> QueryNames { get; init; } = [];

    /// <summary>Type of the resource in the answer, for Swagger.</summary>
    public string Answers { get; init; } = "Parameters";

    /// <summary>A body that the operation takes when called for that type (null: at the base), for Swagger; null where it needs none.</summary>
    public Func<string?, JsonObject>? Example { get; init; }

    /// <summary>Whether it can be called at one of these levels, for that type (null on system level).</summary>
    public bool IsOn(OperationLevels levels, string? type) =>
        (Levels & levels) != 0 && (type is null || Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal));
}
