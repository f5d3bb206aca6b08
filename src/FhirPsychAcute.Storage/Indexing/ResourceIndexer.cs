using System.Collections.Concurrent;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Makes the index rows of a resource by all search parameters of its type. The parameters of a type are compiled at its first resource: plain paths into one
/// tree that a single walk over the resource follows, the few other expressions as FHIRPath. Safe for any number of threads.
/// </summary>
public sealed class ResourceIndexer
{
    private readonly ConcurrentDictionary<string, TypePlan> plans = new(StringComparer.Ordinal);
    private readonly SearchParameterRegistry registry;
    private readonly IndexEnvironment environment;
    private readonly Func<string, TypePlan> makePlan;

    [ThreadStatic]
    private static IndexRun? idleRun;

    /// <summary>Makes an indexer.</summary>
    /// <param name="registry">Parameters and their numbers.</param>
    /// <param name="options">How values are read; the same as for searching.</param>
    public ResourceIndexer(SearchParameterRegistry registry, SearchOptions? options = null)
    {
        this.registry = registry;
        environment = new IndexEnvironment(registry.Schema, options ?? new SearchOptions());
        makePlan = type => TypePlan.Make(this.registry.ForType(type), this.registry.Schema);
    }

    /// <summary>The types by which resources are read.</summary>
    public SchemaCatalog Schema => registry.Schema;

    /// <summary>Appends all rows of <paramref name="document"/> to <paramref name="rows"/>.</summary>
    public void Index(ResourceDocument document, IndexRows rows)
    {
        var plan = plans.GetOrAdd(document.Type.Name, makePlan);
        var run = idleRun is { } idle && ReferenceEquals(idle.Environment, environment) ? idle : new IndexRun(environment);
        idleRun = null;
        run.Begin(document.Root, rows);
        plan.Paths.Walk(document.Root, run);
        foreach (var (expression, action) in plan.Expressions)
        {
            run.Evaluate(expression, document.Root, action);
        }

        run.End();
        idleRun = run;
    }

    /// <summary>Compiles the parameters of a type now, so that its first resource need not wait.</summary>
    public void Prepare(string resourceType) => plans.GetOrAdd(resourceType, makePlan);

    /// <summary>Everything to be done for one resource type.</summary>
    private sealed record TypePlan(PathTree Paths, IReadOnlyList<(CompiledExpression Expression, IndexAction Action)> Expressions)
    {
        public static TypePlan Make(IReadOnlyList<ResourceSearchParameter> parameters, SchemaCatalog schema)
        {
            var paths = new PathTree();
            var expressions = new List<(CompiledExpression, IndexAction)>();
            var done = new HashSet<int>();
            foreach (var parameter in parameters)
            {
                // _id and _lastUpdated are columns of the resource itself.
                if (!parameter.IsSupported || !parameter.HasRows || parameter.Code is "_id" or "_lastUpdated" || !done.Add(parameter.Number))
                {
                    continue;
                }

                var action = parameter.Type == SearchParameterType.Composite ? new CompositeRows([.. parameter.Components.Select(component => MakeComponent(component, schema))])
                    : parameter.Code == ResourceSearchParameter.Near ? new PositionRows(parameter.Number, parameter.LongitudeNumber)
                    : ActionFor(parameter.Type, parameter.Number, parameter.TextNumber, parameter.OfTypeNumber, parameter.IdentifierNumber);
                if (action is null)
                {
                    continue;
                }

                foreach (var expression in parameter.Expressions)
                {
                    if (SearchPath.TryParse(expression, schema) is { } path)
                    {
                        paths.Add(path.Steps, 0, action, schema);
                    }
                    else
                    {
                        expressions.Add((CompiledExpression.Compile(expression, schema, CompileOptions.R4Definitions), action));
                    }
                }
            }

            paths.Seal();
            return new TypePlan(paths, expressions);
        }

        private static ComponentPlan MakeComponent(SearchComponent component, SchemaCatalog schema)
        {
            var fromFocus = new PathTree();
            var fromResource = new PathTree();
            var expressions = new List<CompiledExpression>();
            var action = ActionFor(component.Type, component.Number, 0, 0, 0)!;
            foreach (var expression in ExpressionParts.Split(component.Expression))
            {
                if (SearchPath.TryParse(expression, schema) is { } path)
                {
                    (path.FromResource ? fromResource : fromFocus).Add(path.Steps, 0, action, schema);
                }
                else
                {
                    expressions.Add(CompiledExpression.Compile(expression, schema, CompileOptions.R4Definitions));
                }
            }

            fromFocus.Seal();
            fromResource.Seal();
            return new ComponentPlan(fromFocus, fromResource, expressions, action);
        }

        private static IndexAction? ActionFor(SearchParameterType type, int number, int textNumber, int ofTypeNumber, int identifierNumber) => type switch
        {
            SearchParameterType.Token => new TokenRows(number, textNumber, ofTypeNumber),
            SearchParameterType.String => new StringRows(number),
            SearchParameterType.Date => new DateRows(number),
            SearchParameterType.Number => new NumberRows(number),
            SearchParameterType.Quantity => new QuantityRows(number),
            SearchParameterType.Uri => new UriRows(number),
            SearchParameterType.Reference => new ReferenceRows(number, identifierNumber),
            _ => null,
        };
    }
}
