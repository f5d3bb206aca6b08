namespace FhirPsychAcute.Server;

/// <summary>Every operation of the server: paths, the CapabilityStatement and Swagger are made from this table.</summary>
internal static class OperationTable
{
    private const HttpVerb Reading = HttpVerb.Get | HttpVerb.Head | HttpVerb.Post;
    private const OperationLevels Everywhere = OperationLevels.System | OperationLevels.Type | OperationLevels.Instance;

    /// <summary>The operations.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("validate", "http://hl7.org/fhir/OperationDefinition/Resource-validate", Everywhere, [], Reading, "check a resource against R4 and profiles", ValidateOperation.RunAsync)
        {
            QueryNames = ["profile", "mode"],
            Answers = "OperationOutcome",
            Example = static type => OpenApiDocument.Example(type ?? "Patient"),
        },
    ];

    /// <summary>The operation of that name at that level; null when there is none.</summary>
    /// <param name="name">Name without dollar sign.</param>
    /// <param name="level">One level.</param>
    /// <param name="type">Resource type; null on system level.</param>
    public static Operation? Find(ReadOnlySpan<char> name, OperationLevels level, string? type)
    {
        foreach (var operation in All)
        {
            if (name.SequenceEqual(operation.Name) && operation.IsOn(level, type))
            {
                return operation;
            }
        }

        return null;
    }
}
