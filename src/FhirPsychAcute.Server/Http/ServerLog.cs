namespace FhirPsychAcute.Server;

/// <summary>Everything that the server logs. No ids, no parameter values, no content, no CPR numbers.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {ResourceType}: {Status} in {Milliseconds:0.0} ms")]
    public static partial void Request(ILogger logger, string method, RouteKind route, string? resourceType, int status, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Fault} in {Route} {ResourceType}: {Details}")]
    public static partial void Failed(ILogger logger, string fault, RouteKind route, string? resourceType, string details);

    [LoggerMessage(3, LogLevel.Information, "Demo scenario {Scenario}: {Entries} entries")]
    public static partial void DemoLoaded(ILogger logger, string scenario, int entries);

    [LoggerMessage(4, LogLevel.Error, "Demo scenario {Scenario} could not be loaded: {Reason}")]
    public static partial void DemoFailed(ILogger logger, string scenario, string reason);

    [LoggerMessage(5, LogLevel.Warning, "Package {Package}: {Finding}")]
    public static partial void PackageFinding(ILogger logger, string package, string finding);
}
