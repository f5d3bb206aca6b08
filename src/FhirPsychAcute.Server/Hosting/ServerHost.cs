using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;
using Microsoft.Extensions.Logging.Console;

namespace FhirPsychAcute.Server;

/// <summary>
/// The server as a whole: Kestrel, the store, the definitions. It listens while store and definitions are still being opened; requests wait for them.
/// </summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServerOptions options;
    private readonly Task<FhirService> service;
    private FollowedChanges? followers;

    private ServerHost(WebApplication app, ServerOptions options, Task<FhirService> service)
    {
        this.app = app;
        this.options = options;
        this.service = service;
    }

    /// <summary>The addresses that are listened on.</summary>
    public ICollection<string> Urls => app.Urls;

    /// <summary>Starts the server; done when requests can be answered.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public static Task<ServerHost> StartAsync(ServerOptions options, IConfiguration configuration) => StartAsync(options, configuration, ServerParts.Usual);

    /// <summary>Starts the server with parts of the caller's.</summary>
    public static async Task<ServerHost> StartAsync(ServerOptions options, IConfiguration configuration, ServerParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "FhirPsychAcute.Server" });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A store that cannot be opened is told in one line by the program itself.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.UseKestrelCore();
        if (options.Urls.Contains("https:", StringComparison.OrdinalIgnoreCase))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Bodies are bounded by RequestBody, which answers with an OperationOutcome.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            kestrel.Limits.MaxRequestBufferSize = 256 * 1024;
        });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        var site = builder.Build();
        var logs = site.Services.GetRequiredService<ILoggerFactory>();
        // Made now, because the site may be gone again before the store is open.
        var (hostLog, storeLog) = (logs.CreateLogger<ServerHost>(), logs.CreateLogger<FhirStore>());
        var opening = Task.Run(() => OpenService(options, parts, hostLog, storeLog));
        var router = new SiteRouter(site.Services, options, opening, logs.CreateLogger<FhirEndpoint>());
        site.Run(router.HandleAsync);

        var host = new ServerHost(site, options, opening);
        try
        {
            await site.StartAsync();
            var ready = await opening;
            host.followers = FollowedChanges.Start(ready, parts, logs);
            if (options.Demo)
            {
                await DemoScenarios.LoadAsync(ready, host.FhirBase, logs.CreateLogger<ServerHost>(), site.Lifetime.ApplicationStopping);
            }
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>The FHIR base at the first address.</summary>
    public string FhirBase => options.PublicBase ?? app.Urls.First().TrimEnd('/') + FhirEndpoint.BasePath;

    /// <summary>What the interactions work with, once it is open.</summary>
    public Task<FhirService> Service => service;

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (followers is not null)
        {
            await followers.DisposeAsync();
        }

        try
        {
            var opened = await service;
            await opened.Store.DisposeAsync();
        }
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            // It was never opened, and whoever started the server has been told.
        }
    }

    private static FhirService OpenService(ServerOptions options, ServerParts parts, ILogger hostLog, ILogger<FhirStore> storeLog)
    {
        var file = Path.GetFullPath(options.DataFile);
        var opening = Task.Run(() => FhirStore.Open(new StorageOptions { DataFile = file }, storeLog));
        var rules = Task.Run(() => FieldRules.Read(options));
        var definitions = DefinitionStore.R4;
        var schema = definitions.Schema;
        var library = ServedDefinitions.Load(options, hostLog);
        IReadOnlyList<SearchParameterDefinition> parameters = [.. definitions.SearchParameters, .. ServedDefinitions.OwnSearchParameters(library)];
        var store = opening.GetAwaiter().GetResult();
        var terminology = new SearchTerminology();
        var searchOptions = new SearchOptions
        {
            Terminology = terminology,
            DefaultCount = options.DefaultPageSize,
            MaxCount = options.MaxPageSize,
            OwnBaseUrls = options.PublicBase is { } root ? [root] : [.. options.Urls.Split(';').Select(url => url.Trim().TrimEnd('/') + FhirEndpoint.BasePath)],
            SealingKey = SealingKeyFile.ReadOrMake(file + ".key"),
        };
        var registry = new SearchParameterRegistry(
            parameters, schema, keys => store.NumberParameters([.. keys.Select(key => (key.ResourceType, key.Url))]));
        var opened = new FhirService(
            store, library, new SearchGate(registry, searchOptions, () => Compartments(definitions)), new ResourceIndexer(registry, searchOptions),
            rules.GetAwaiter().GetResult(), options, parts.Clock);
        terminology.Serve(opened);
        return opened;
    }

    private static List<CompartmentMembership> Compartments(DefinitionStore definitions)
    {
        var members = new List<CompartmentMembership>();
        foreach (var name in CapabilityStatementSource.Compartments)
        {
            if (definitions.TryGet($"http://hl7.org/fhir/CompartmentDefinition/{name}", out var definition))
            {
                members.AddRange(CompartmentMembership.Read(definition));
            }
        }

        return members;
    }
}
