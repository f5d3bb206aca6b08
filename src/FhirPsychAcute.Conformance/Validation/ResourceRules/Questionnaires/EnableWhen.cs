using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>
/// Whether an item is enabled by the answers given (http://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen). The answers that count are those
/// in the nearest item around that holds both questions; in a repeating group those of the same repetition.
/// </summary>
internal sealed class EnableWhen(Form form, Element response, ValidationRun run)
{
    private readonly Dictionary<FormItem, List<Element>> given = [];
    private bool isGathered;

    /// <summary>Whether the item is enabled where <paramref name="around"/> are the items around it. What cannot be decided counts as enabled.</summary>
    public bool IsEnabled(FormItem item, ItemPlace? around)
    {
        if (ExpressionOf(item) is { } expression)
        {
            return IsTrue(expression);
        }

        var conditions = 0;
        var met = 0;
        foreach (var condition in item.Element.ChildrenNamed("enableWhen"))
        {
            conditions++;
            met += IsMet(condition, item, around) ? 1 : 0;
        }

        if (conditions < 2)
        {
            return conditions == met;
        }

        // Which of the two is meant must be said (que-12); where it is not, nothing is held against the answers.
        return item.Element.ChildValue("enableBehavior") switch
        {
            "any" => met > 0,
            "all" => met == conditions,
            _ => true,
        };
    }

    // Before Structured Data Capture had an extension for this, the Finnish register of citizens' own data (Kanta PHR) made one.
    private static string? ExpressionOf(FormItem item)
    {
        var expression = FormExtensions.Value(item.Element, FormExtensions.EnableWhenExpression);
        if (expression is { Exists: true, Type.Name: "Expression" })
        {
            return expression.ChildValue("language") == "text/fhirpath" ? expression.ChildValue("expression") : null;
        }

        return FormExtensions.Value(item.Element, FormExtensions.KantaEnableWhen).Text();
    }

    private bool IsTrue(string expression)
    {
        try
        {
            return CompiledExpression.Compile(expression, run.Document.Schema).IsTrue(response, run.Evaluation);
        }
        catch (FhirPathException)
        {
            // It asks for what is known only while the form is filled in, such as launch contexts.
            return true;
        }
    }

    private bool IsMet(Element condition, FormItem item, ItemPlace? around)
    {
        if (condition.ChildValue("question") is not { } linkId || form.Find(linkId) is not { } question || condition.Child("answer") is not { Exists: true } expected)
        {
            return false;
        }

        var values = ValuesOf(question, item, around);
        var @operator = condition.ChildValue("operator");
        if (@operator == "exists")
        {
            return expected.TryGetBoolean(out var wanted) && wanted == (values.Count > 0);
        }

        foreach (var value in values)
        {
            if (Holds(value, @operator, expected))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(Element value, string? @operator, Element expected) => @operator switch
    {
        "=" => AnswerOrder.AreEqual(value, expected) is true,
        "!=" => AnswerOrder.AreEqual(value, expected) is false,
        ">" => AnswerOrder.Compare(value, expected) > 0,
        "<" => AnswerOrder.Compare(value, expected) < 0,
        ">=" => AnswerOrder.Compare(value, expected) >= 0,
        "<=" => AnswerOrder.Compare(value, expected) <= 0,
        _ => false,
    };

    private List<Element> ValuesOf(FormItem question, FormItem item, ItemPlace? around)
    {
        var shared = around;
        while (shared is not null && !(shared.Item.Holds(question) && shared.Item.Holds(item)))
        {
            shared = shared.Around;
        }

        Gather();
        var values = new List<Element>();
        if (!given.TryGetValue(question, out var items))
        {
            return values;
        }

        // In document order, so that those inside one item stand together.
        var first = shared is null ? 0 : LowerBound(items, shared.Element.Index);
        for (var i = first; i < items.Count && !run.IsStopped && (shared is null || IsInside(items[i], shared.Element)); i++)
        {
            run.Step();
            foreach (var answer in items[i].ChildrenNamed("answer"))
            {
                if (answer.Child("value") is { Exists: true } value)
                {
                    values.Add(value);
                }
            }
        }

        return values;
    }

    private void Gather()
    {
        if (!isGathered)
        {
            isGathered = true;
            Gather(response);
        }
    }

    private void Gather(Element holder)
    {
        foreach (var item in holder.ChildrenNamed("item"))
        {
            if (item.ChildValue("linkId") is { } linkId && form.Find(linkId) is { } known)
            {
                if (!given.TryGetValue(known, out var elements))
                {
                    given.Add(known, elements = []);
                }

                elements.Add(item);
            }

            Gather(item);
            foreach (var answer in item.ChildrenNamed("answer"))
            {
                Gather(answer);
            }
        }
    }

    private static int LowerBound(List<Element> items, int index)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = items[middle].Index < index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsInside(Element element, Element holder)
    {
        for (var at = element; at.Exists && at.Index >= holder.Index; at = at.Parent)
        {
            if (at == holder)
            {
                return true;
            }
        }

        return false;
    }
}
