using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>An invariant: a FHIRPath expression that must be true on every occurrence (R4 conformance-rules 2.1.0.6). Compiled when first run.</summary>
internal sealed class InvariantRule : ElementRule
{
    private readonly TypeSchema? type;
    private readonly bool whenEmpty;
    private CompiledExpression? compiled;
    private string? fault;

    private InvariantRule(ConstraintFacts constraint, string source, TypeSchema? type, bool whenEmpty)
    {
        Constraint = constraint;
        Source = constraint.Source is { } from && !source.StartsWith(from, StringComparison.Ordinal) ? $"{from}#{constraint.Key}" : $"{source} ({constraint.Key})";
        this.type = type;
        this.whenEmpty = whenEmpty;
    }

    /// <summary>The invariant.</summary>
    public ConstraintFacts Constraint { get; }

    /// <summary>The rule's source.</summary>
    public string Source { get; }

    /// <summary>
    /// The rule for an invariant of R4 itself on elements of that type; null when the type is not certain. Those are written so that no value breaks nothing
    /// (ref-1 of a reference by identifier, bdl-8 of an entry without fullUrl are empty): empty is taken as true.
    /// </summary>
    public static InvariantRule OfBase(ConstraintFacts constraint, string source, TypeSchema? type) =>
        new(constraint, source, type is { IsAbstract: false } ? type : null, whenEmpty: true);

    /// <summary>The rule for an invariant of a profile, which must be true: empty is not.</summary>
    public static InvariantRule OfProfile(ConstraintFacts constraint, string source, TypeSchema? type) =>
        new(constraint, source, type is { IsAbstract: false } ? type : null, whenEmpty: false);

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var expression = compiled ?? Compile(element.Document.Schema);
        if (expression is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.Exception, element, "invariant.not-fhirpath", Source, Constraint.Key, fault!);
            return;
        }

        if (Constraint.IsBestPractice && run.Options.BestPractice is null)
        {
            return;
        }

        run.Step();
        try
        {
            if (!expression.IsTrue(element, run.Evaluation, whenEmpty))
            {
                Report(element, run);
            }
        }
        catch (FhirPathException error)
        {
            run.Report(IssueSeverity.Error, IssueCode.Exception, element, "invariant.not-evaluated", Source, Constraint.Key, error.Message);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"invariant {Constraint.Key}{(Constraint.IsError ? "" : " (warning)")}: {Constraint.Expression}";

    private void Report(Element element, ValidationRun run)
    {
        var severity = Constraint.IsBestPractice ? run.Options.BestPractice!.Value : Constraint.IsError ? IssueSeverity.Error : IssueSeverity.Warning;
        run.Report(severity, IssueCode.Invariant, element, "invariant.failed", Source, Constraint.Key, Constraint.Human, Constraint.Expression);
    }

    // Two threads may compile the same expression; either serves.
    private CompiledExpression? Compile(SchemaCatalog schema)
    {
        if (fault is not null)
        {
            return null;
        }

        try
        {
            var options = type is null ? CompileOptions.R4Definitions : CompileOptions.R4Definitions with { ContextType = type };
            return compiled = CompiledExpression.Compile(Constraint.Expression, schema, options);
        }
        catch (FhirPathException error)
        {
            fault = error.Message;
            return null;
        }
    }
}
