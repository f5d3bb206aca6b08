namespace FhirPsychAcute.Server;

/// <summary>What subscriptions log. Which subscription it was is told by its id, which no person has; never an address, a header, an id of what was sent, or content.</summary>
internal static partial class SubscriptionLog
{
    [LoggerMessage(40, LogLevel.Information, "Subscription {Subscription} to {ResourceType} is active")]
    public static partial void Active(ILogger logger, string subscription, string resourceType);

    [LoggerMessage(41, LogLevel.Warning, "Subscription {Subscription} is failing ({Reason}); tried again")]
    public static partial void Failing(ILogger logger, string subscription, string reason);

    [LoggerMessage(42, LogLevel.Error, "Subscription {Subscription} is off: {Reason}")]
    public static partial void Off(ILogger logger, string subscription, string reason);

    [LoggerMessage(43, LogLevel.Error, "Subscription {Subscription}: a notification was given up ({Reason})")]
    public static partial void GivenUp(ILogger logger, string subscription, string reason);

    [LoggerMessage(44, LogLevel.Error, "Subscription {Subscription} was interrupted ({Fault}) and goes on in a minute")]
    public static partial void Interrupted(ILogger logger, string subscription, string fault);

    [LoggerMessage(45, LogLevel.Error, "Subscription {Subscription} could not be set to {Status}: {Code}")]
    public static partial void NotWritten(ILogger logger, string subscription, string status, string code);

    [LoggerMessage(46, LogLevel.Error, "Subscriptions were interrupted ({Fault}) and go on in a minute")]
    public static partial void AllInterrupted(ILogger logger, string fault);
}
