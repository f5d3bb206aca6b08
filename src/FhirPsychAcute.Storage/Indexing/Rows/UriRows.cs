using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of uri parameters (R4 search 3.1.1.4.13). A canonical with version is found with and without it.</summary>
internal sealed class UriRows(int number) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        if (run.Names.Shape(element.Type) == ValueShape.Extension)
        {
            foreach (var child in element.ChildrenNamed(run.Names.Value))
            {
                Run(child, run);
            }

            return;
        }

        if (run.Text(element) is not { } value)
        {
            return;
        }

        run.Uri(number, value);
        if (element.Type.Primitive == PrimitiveKind.Canonical && value.IndexOf('|', StringComparison.Ordinal) is var bar and > 0)
        {
            run.Uri(number, value[..bar]);
        }
    }
}
