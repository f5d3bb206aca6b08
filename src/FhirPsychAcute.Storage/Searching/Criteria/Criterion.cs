using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Something that a resource must fulfil to match.</summary>
internal abstract record Criterion;

/// <summary>The resource has one of these logical ids (_id).</summary>
/// <param name="Ids">Ids.</param>
/// <param name="Types">Only of these types; empty: of any. Needed inside chains, where nothing else tells the type.</param>
/// <param name="Negated">:not.</param>
internal sealed record IdCriterion(IReadOnlyList<string> Ids, IReadOnlyList<string> Types, bool Negated) : Criterion;

/// <summary>The resource was last changed in one of these periods (_lastUpdated).</summary>
internal sealed record LastUpdatedCriterion(IReadOnlyList<DateValue> Values, IReadOnlyList<string> Types) : Criterion;

/// <summary>The resource has an index row that fulfils one of the values.</summary>
/// <param name="Table">Where the rows are.</param>
/// <param name="Columns">Parameter numbers: one per resource type searched.</param>
/// <param name="Values">Alternatives, all of the table's kind.</param>
/// <param name="Negated">:not: no such row.</param>
/// <param name="Selectivity">How few resources it is likely to leave, 0 the fewest: the search begins with the lowest.</param>
internal sealed record ValueCriterion(IndexTable Table, IReadOnlyList<int> Columns, IReadOnlyList<SearchValue> Values, bool Negated, int Selectivity) : Criterion;

/// <summary>One focus element fulfils one of the combinations (composite parameter).</summary>
/// <param name="Alternatives">Combinations: in each, one criterion per component; all must be fulfilled by rows of one group.</param>
internal sealed record CompositeCriterion(IReadOnlyList<IReadOnlyList<ValueCriterion>> Alternatives) : Criterion;

/// <summary>The resource lies within a distance of one of the places (Location.near).</summary>
/// <param name="LatitudeColumn">Parameter number of latitudes.</param>
/// <param name="LongitudeColumn">Parameter number of longitudes.</param>
/// <param name="Places">Alternatives.</param>
internal sealed record NearCriterion(int LatitudeColumn, int LongitudeColumn, IReadOnlyList<NearValue> Places) : Criterion;

/// <summary>The resource has no row (or has one) in any of the columns (:missing).</summary>
/// <param name="Parts">Table and columns; composites name their first component.</param>
/// <param name="Missing">true: no row.</param>
internal sealed record MissingCriterion(IReadOnlyList<(IndexTable Table, IReadOnlyList<int> Columns)> Parts, bool Missing) : Criterion;

/// <summary>A resource that this one refers to fulfils the inner criterion (chaining).</summary>
/// <param name="Columns">Reference parameters.</param>
/// <param name="Inner">What the target must fulfil; implies the target's type.</param>
/// <param name="CanonicalColumns">Columns with the targets' canonical urls, where the reference may be a canonical.</param>
internal sealed record ChainCriterion(IReadOnlyList<int> Columns, Criterion Inner, IReadOnlyList<int> CanonicalColumns) : Criterion;

/// <summary>A resource that refers to this one fulfils the inner criterion (_has).</summary>
/// <param name="Columns">Reference parameters of the referring type.</param>
/// <param name="Inner">What the referring resource must fulfil.</param>
internal sealed record HasCriterion(IReadOnlyList<int> Columns, Criterion Inner) : Criterion;

/// <summary>The resource belongs to a compartment.</summary>
/// <param name="Columns">Reference parameters that make a resource a member.</param>
/// <param name="Type">Compartment's type.</param>
/// <param name="Id">Compartment's id.</param>
/// <param name="WithItself">Whether the resource that gives the compartment its name is a member.</param>
internal sealed record CompartmentCriterion(IReadOnlyList<int> Columns, string Type, string Id, bool WithItself) : Criterion;

/// <summary>One of the criteria is fulfilled.</summary>
internal sealed record AnyCriterion(IReadOnlyList<Criterion> Alternatives) : Criterion;

/// <summary>All of the criteria are fulfilled.</summary>
internal sealed record AllCriterion(IReadOnlyList<Criterion> Parts) : Criterion;

/// <summary>The resource is a current one of these types; needed in chains, where a negative criterion alone would also hold for other types.</summary>
internal sealed record TypeCriterion(IReadOnlyList<string> Types) : Criterion;

/// <summary>Everything matches.</summary>
internal sealed record EverythingCriterion : Criterion;

/// <summary>Nothing matches: a chain to a type that has no such parameter, an unknown type.</summary>
internal sealed record NothingCriterion : Criterion;

/// <summary>How to sort by one parameter.</summary>
/// <param name="Code">Name in the URL.</param>
/// <param name="Table">Where its values are; null for <c>_id</c> and <c>_lastUpdated</c>, columns of the resource itself.</param>
/// <param name="Columns">Parameter numbers.</param>
/// <param name="Descending">Greatest first.</param>
internal sealed record SortKey(string Code, IndexTable? Table, IReadOnlyList<int> Columns, bool Descending);

/// <summary>An _include or _revinclude.</summary>
/// <param name="Reverse">_revinclude: resources that refer to a match.</param>
/// <param name="Columns">Reference parameters; empty (forward only): all.</param>
/// <param name="SourceTypes">Types whose references are followed; empty: any.</param>
/// <param name="TargetTypes">Only resources of these types are included (or, reversed, only references to them); empty: any.</param>
/// <param name="CanonicalColumns">Columns with the canonical urls of possible targets.</param>
/// <param name="Iterate">Also from what was included.</param>
internal sealed record Inclusion(
    bool Reverse, IReadOnlyList<int> Columns, IReadOnlyList<string> SourceTypes, IReadOnlyList<string> TargetTypes, IReadOnlyList<int> CanonicalColumns, bool Iterate);
