namespace FhirPsychAcute.FhirPath.Evaluation;

/// <summary>Three-valued logic (N1 6.5): empty stands for unknown.</summary>
internal enum Truth : byte
{
    Empty,
    False,
    True,
}

internal static class TruthTables
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(this Truth value) => value switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Empty,
    };
}
