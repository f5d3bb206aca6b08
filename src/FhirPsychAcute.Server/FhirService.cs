using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What interactions work with: the store, the definitions, searching and indexing, the clock. One per server; safe for any number of threads.</summary>
internal sealed class FhirService
{
    public FhirService(FhirStore store, DefinitionLibrary library, SearchGate search, ResourceIndexer indexer, FieldRules rules, ServerOptions options, TimeProvider clock)
    {
        Store = store;
        Schema = library.Schema;
        Search = search;
        Options = options;
        Gather = new Gatherer(store, search, Schema);
        Clock = clock;
        Indexer = indexer;
        SubscriptionReading = new SubscriptionReading(search, EndpointPolicy.Parse(options.SubscriptionsAllow), clock);
        (Rules, Coercion, Referrals, var offers) = rules;
        var terminology = new TerminologyService(library, options.TerminologyServer is { } server ? new HttpTerminologyServer(server) : null, clock);
        Bodies = new BodyReader(Schema, options);
        Validation = new ValidationService(library, Bodies, terminology);
        Writes = new WritePreparation(Schema, indexer, clock, Bodies, new WriteValidation(WritePolicy.Parse(options.ValidationOnWrite), Validation), SubscriptionReading);
        var referralSettings = new ReferralSettings { IsActorRequired = options.ReferralActor == ReferralActorPolicy.Require };
        WriteRules = new WriteRules(this, [new ReferralTaskRule(referralSettings, Referrals), new StayRule(Referrals)]);
        Terminology = new TerminologyDesk(this, library, terminology);
        Pseudonyms = new Pseudonym(search.Secret);
        Offers = new CurrentDirectory(store, search, Gather, offers);
        Capabilities = new CapabilityStatementSource(this);
    }

    /// <summary>Where resources live.</summary>
    public FhirStore Store { get; }

    /// <summary>Types and elements of R4.</summary>
    public SchemaCatalog Schema { get; }

    /// <summary>Turns parameters into checked searches.</summary>
    public SearchGate Search { get; }

    /// <summary>Brings stored resources to the rules of the field.</summary>
    public Gatherer Gather { get; }

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Law and thresholds, dated.</summary>
    public RuleFolder Rules { get; }

    /// <summary>The rules by which coercion is judged.</summary>
    public CoercionRules Coercion { get; }

    /// <summary>The directory of offers.</summary>
    public CurrentDirectory Offers { get; }

    /// <summary>Stand for members of staff where names are masked.</summary>
    public Pseudonym Pseudonyms { get; }

    /// <summary>Settings.</summary>
    public ServerOptions Options { get; }

    /// <summary>Makes index rows of resources.</summary>
    public ResourceIndexer Indexer { get; }

    /// <summary>Reads what a Subscription asks for.</summary>
    public SubscriptionReading SubscriptionReading { get; }

    /// <summary>Delivers to subscribers; null until the server has started.</summary>
    public SubscriptionService? Subscriptions { get; set; }

    /// <summary>Reads bodies.</summary>
    public BodyReader Bodies { get; }

    /// <summary>Makes what the store writes out of what was received.</summary>
    public WritePreparation Writes { get; }

    /// <summary>Thresholds of the referral flow, dated.</summary>
    public ReferralRules Referrals { get; }

    /// <summary>Rules of the field over what is written.</summary>
    public WriteRules WriteRules { get; }

    /// <summary>Checks resources against R4 and profiles.</summary>
    public ValidationService Validation { get; }

    /// <summary>Codes, value sets and concept maps.</summary>
    public TerminologyDesk Terminology { get; }

    /// <summary>The CapabilityStatement.</summary>
    public CapabilityStatementSource Capabilities { get; }
}
