namespace FhirPsychAcute.Server;

/// <summary>
/// Where notifications may go: below the addresses that the operator has listed, and nowhere else, because whoever may create a Subscription could otherwise have the server send
/// people's data anywhere, or knock at doors inside the network.
/// </summary>
internal sealed class EndpointPolicy
{
    private readonly Uri[] allowed;

    private EndpointPolicy(Uri[] allowed) => this.allowed = allowed;

    /// <summary>Reads the setting: addresses with spaces between.</summary>
    /// <exception cref="FormatException">One of them is none that can be allowed; the message says which rule it breaks.</exception>
    public static EndpointPolicy Parse(string setting) => new([.. setting.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParsePrefix)]);

    /// <summary>Whether an endpoint lies below an allowed address.</summary>
    public bool Allows(Uri endpoint) => Array.Exists(allowed, prefix => IsBelow(endpoint, prefix));

    /// <summary>Whether an address is the other or lies below it.</summary>
    public static bool IsBelow(Uri address, Uri root)
    {
        if (address.Scheme != root.Scheme || !address.Host.Equals(root.Host, StringComparison.OrdinalIgnoreCase) || address.Port != root.Port)
        {
            return false;
        }

        var path = root.AbsolutePath.TrimEnd('/');
        return address.AbsolutePath.StartsWith(path, StringComparison.Ordinal) && (address.AbsolutePath.Length == path.Length || address.AbsolutePath[path.Length] == '/');
    }

    /// <summary>Whether the text is an address whose parts mean what they seem to: nothing escaped that separates, no user name, no fragment.</summary>
    public static Uri? Read(string text) =>
        text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && text.All(static c => c is > ' ' and < '\x7f' and not '\\')
        && !text.Contains("%2e", StringComparison.OrdinalIgnoreCase) && !text.Contains("%2f", StringComparison.OrdinalIgnoreCase) && !text.Contains("%5c", StringComparison.OrdinalIgnoreCase)
            ? address
            : null;

    private static Uri ParsePrefix(string text)
    {
        if (Read(text) is not { } prefix || prefix.Query.Length > 0)
        {
            throw new FormatException($"{Settings.SubscriptionsAllowSetting} must hold http or https addresses without user name, query and fragment");
        }

        return prefix.Scheme == "https" || prefix.IsLoopback
            ? prefix
            : throw new FormatException($"{Settings.SubscriptionsAllowSetting}: {prefix.Host} must be reached by https; http is for this machine only");
    }
}
