using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What searching asks of terminology, answered from the definitions that are loaded and those that users have stored.</summary>
internal sealed class SearchTerminology : ITerminologyExpander
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TerminologyDesk? desk;
    private FhirService? service;

    /// <summary>Says who answers; searches come only after that.</summary>
    public void Serve(FhirService server)
    {
        service = server;
        desk = server.Terminology;
    }

    /// <inheritdoc/>
    public TokenExpansion ValueSet(string reference, int limit)
    {
        var scope = Scope();
        var canonical = reference;
        if (!reference.Contains(':', StringComparison.Ordinal) || IsHere(reference))
        {
            // A reference to the resource itself: ValueSet/x, on this server.
            var parts = reference.Split('/');
            if (parts.Length < 2 || parts[^2] != "ValueSet" || !FhirRoute.IsId(parts[^1]) || UrlOf(parts[^1]) is not { } url)
            {
                return TokenExpansion.Without(ExpansionFault.Unknown);
            }

            canonical = url;
        }

        return Of(desk!.Service.CodesOf(scope, canonical, limit));
    }

    /// <inheritdoc/>
    public TokenExpansion Below(string system, string code, int limit) => Of(desk!.Service.CodesBelow(Scope(), system, code, limit));

    /// <inheritdoc/>
    public TokenExpansion Above(string system, string code, int limit) => Of(desk!.Service.CodesAbove(Scope(), system, code, limit));

    private static TokenExpansion Of(CodesMeant codes) => codes.Fault switch
    {
        null => new TokenExpansion(codes.Codes),
        IssueCode.NotFound => TokenExpansion.Without(ExpansionFault.Unknown),
        IssueCode.TooCostly => TokenExpansion.Without(ExpansionFault.TooMany),
        _ => TokenExpansion.Without(ExpansionFault.NotComputable),
    };

    private bool IsHere(string reference) => service!.Search.OwnBaseUrls.Any(root => reference.StartsWith(root + "/ValueSet/", StringComparison.Ordinal));

    // Parsing a search does not wait; what it asks here is read from the store on this machine.
    private DefinitionScope Scope() => Waited(desk!.ScopeAsync);

    private string? UrlOf(string id) => Waited(async cancellationToken => await service!.Store.ReadAsync("ValueSet", id, cancellationToken)) is { IsDeleted: false } version
        ? ResourceDocument.Parse(version.Content, service!.Schema).Document?.Root.ChildValue("url")
        : null;

    private static T Waited<T>(Func<CancellationToken, ValueTask<T>> ask)
    {
        using var limit = new CancellationTokenSource(Patience);
        return ask(limit.Token).AsTask().GetAwaiter().GetResult();
    }
}
