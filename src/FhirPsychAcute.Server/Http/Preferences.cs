namespace FhirPsychAcute.Server;

/// <summary>What a write answers with (Prefer: return=..., R4 http 3.1.0.1.8).</summary>
internal enum ReturnPreference : byte
{
    Unspecified,
    Minimal,
    Representation,
    OperationOutcome,
}

/// <summary>What a caller prefers: <c>return</c> and <c>handling</c> of the Prefer header. Unknown preferences are ignored, as RFC 7240 says.</summary>
/// <param name="Return">Body of the answer to a write.</param>
/// <param name="IsStrict">handling=strict: an unknown search parameter is an error, not a remark.</param>
internal readonly record struct Preferences(ReturnPreference Return, bool IsStrict)
{
    /// <summary>Reads the Prefer headers, joined by commas.</summary>
    public static Preferences Parse(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return default;
        }

        var answer = ReturnPreference.Unspecified;
        var strict = false;
        foreach (var preference in header.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (preference.Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant())
            {
                case "return=minimal":
                    answer = ReturnPreference.Minimal;
                    break;
                case "return=representation":
                    answer = ReturnPreference.Representation;
                    break;
                case "return=operationoutcome":
                    answer = ReturnPreference.OperationOutcome;
                    break;
                case "handling=strict":
                    strict = true;
                    break;
                case "handling=lenient":
                    strict = false;
                    break;
            }
        }

        return new Preferences(answer, strict);
    }
}
