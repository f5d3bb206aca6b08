using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>
/// An invariant: a FHIRPath expression that must be true on every occurrence (R4 elementdefinition constraint); no answer is not true. Compiled when first run.
/// </summary>
internal sealed class InvariantRule : ElementRule
{
    private readonly TypeSchema? type;
    private readonly bool isOfR4;
    private CompiledExpression? compiled;
    private string? fault;

    private InvariantRule(ConstraintFacts constraint, string source, TypeSchema? type, bool isOfR4)
    {
        Constraint = constraint;
        Source = constraint.Source is { } from && !source.StartsWith(from, StringComparison.Ordinal) ? $"{from}#{constraint.Key}" : $"{source} ({constraint.Key})";
        this.type = type;
        this.isOfR4 = isOfR4;
    }

    /// <summary>The invariant.</summary>
    public ConstraintFacts Constraint { get; }

    /// <summary>The rule's source.</summary>
    public string Source { get; }

    /// <summary>
    /// The rule for an invariant of R4 itself on elements of that type; null when the type is not certain. They were written for FHIRPath as it was then
    /// (<see cref="CompileOptions.R4Invariants"/>).
    /// </summary>
    public static InvariantRule OfBase(ConstraintFacts constraint, string source, TypeSchema? type) =>
        new(constraint, source, type is { IsAbstract: false } ? type : null, isOfR4: true);

    /// <summary>The rule for an invariant of a profile.</summary>
    public static InvariantRule OfProfile(ConstraintFacts constraint, string source, TypeSchema? type) =>
        new(constraint, source, type is { IsAbstract: false } ? type : null, isOfR4: false);

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
            if (!expression.IsTrue(element, run.Evaluation))
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
            var options = isOfR4 ? CompileOptions.R4Invariants : CompileOptions.R4Definitions;
            options = type is null ? options : options with { ContextType = type };
            return compiled = CompiledExpression.Compile(Constraint.Expression, schema, options);
        }
        catch (FhirPathException error)
        {
            fault = error.Message;
            return null;
        }
    }
}
