namespace FhirPsychAcute.Server;

/// <summary>
/// Everything about the server that can be set. Each property is a setting of the same name in <c>appsettings.json</c> and, with the prefix
/// <c>FHIRPSYCHACUTE_</c>, an environment variable; the command line has the common ones (<see cref="CommandLine"/>).
/// </summary>
public sealed record ServerOptions
{
    /// <summary>Addresses to listen on, separated by semicolons. Default <c>http://127.0.0.1:5080</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>
    /// The SQLite file; made when it does not exist. Default: <c>fhir.db</c>, with <see cref="Demo"/> <c>demo.db</c>, in the folder
    /// <c>FhirPsychAcute</c> of the user's local application data.
    /// </summary>
    public string? Data { get; init; }

    /// <summary>Whether the demo scenarios are loaded at start. Default no.</summary>
    public bool Demo { get; init; }

    /// <summary>The FHIR base that goes into links and Location headers when the server stands behind a proxy (<c>https://fhir.example.dk/fhir</c>). Default: as the request came.</summary>
    public string? PublicBase { get; init; }

    /// <summary>Most bytes of a request body, after decompression. Default 64 MiB.</summary>
    public long MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Entries of a search or history page when <c>_count</c> is absent. Default 50.</summary>
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>Most entries of a page, whatever <c>_count</c> says. Default 1,000.</summary>
    public int MaxPageSize { get; init; } = 1000;

    /// <summary>Web pages of which origins may call, separated by spaces; <c>*</c> for all. Default: pages served from this machine.</summary>
    public string CorsOrigins { get; init; } = "http://localhost http://127.0.0.1 http://[::1]";

    /// <summary>Whether every request makes a log line: interaction, type, status, duration; never ids, parameters or content. Default no.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Answers of at least this many bytes are compressed for callers that take gzip or br. Default 1,024.</summary>
    public int CompressFromBytes { get; init; } = 1024;

    /// <summary>
    /// FHIR packages to load beside R4 and this project's own profiles, separated by semicolons: package files (.tgz), folders, single definitions. Default none.
    /// </summary>
    public string Packages { get; init; } = "";

    /// <summary>Folder with dated tables of law and thresholds that count before those of the program (<c>coercion.csv</c>, <c>population.csv</c> ...). Default none.</summary>
    public string? Rules { get; init; }

    /// <summary>
    /// SOR and GLN numbers of the organisations that messages are received for, in configuration separated by spaces. Default none: every organisation that is stored here.
    /// </summary>
    public IReadOnlyList<string> MessageReceivers { get; init; } = [];

    /// <summary>
    /// Setting <c>Indicators:ShowSmallCells</c>: whether indicators show counts under the limit of <c>bands.csv</c> (row small-cell). Until access is controlled it holds for every
    /// caller. Default no: they are masked.
    /// </summary>
    public bool ShowSmallCells { get; init; }

    /// <summary>
    /// Setting <c>Validation:OnWrite</c>: which profiles' rules hold for what is written, <c>PREFIX=LEVEL</c> with spaces between; levels are <c>off</c>, <c>warn</c>
    /// and <c>enforce</c>; <c>*</c> stands for all others. Default: this project's profiles are enforced, all others off, so that a resource that claims none
    /// costs nothing.
    /// </summary>
    public string ValidationOnWrite { get; init; } = "https://fhirpsychacute.dk/ig/=enforce *=off";

    /// <summary>
    /// Setting <c>Terminology:Server</c>: base address of a FHIR terminology server that is asked about codes which cannot be checked here (SNOMED CT, LOINC ...). It is
    /// waited for at most 5 seconds and left alone for a minute after it failed. Codes and displays leave the machine, nothing else of a resource. Default none.
    /// </summary>
    public Uri? TerminologyServer { get; init; }

    /// <summary>
    /// Setting <c>Referral:Actor</c>: whether a change of a referral that does not say who makes it is taken (<c>accept</c>; the trail then says that the actor is unknown) or
    /// refused (<c>require</c>). Default accept.
    /// </summary>
    public ReferralActorPolicy ReferralActor { get; init; } = ReferralActorPolicy.Accept;

    /// <summary>
    /// Setting <c>Coercion:Alternatives</c>: codes of alternative rules of <c>coercion.csv</c> that count here, with spaces between (<c>fixation-review-three</c>); each stands in the
    /// place of the rules that its row names. Default none.
    /// </summary>
    public string CoercionAlternatives { get; init; } = "";

    /// <summary>
    /// Setting <c>Subscriptions:Allow</c>: addresses below which notifications may be sent, with spaces between (<c>https://fhir.kommune.example/hook/</c>); https, on this machine
    /// also http. Default none: a Subscription is refused until the operator has said where data may go.
    /// </summary>
    public string SubscriptionsAllow { get; init; } = "";

    /// <summary>Setting <c>Subscriptions:GiveUpHours</c>: how long a receiver that cannot be reached is tried before its Subscription is set to off. Default 24.</summary>
    public int SubscriptionsGiveUpHours { get; init; } = 24;

    /// <summary>
    /// Setting <c>Watch</c>: whether the server looks at what is open as time passes (referrals, coercion) and stores the alerts that follow: <c>on</c> or <c>off</c>. Default on.
    /// </summary>
    public bool Watch { get; init; } = true;

    /// <summary>Where the store is.</summary>
    public string DataFile => Data ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "FhirPsychAcute", Demo ? "demo.db" : "fhir.db");
}
