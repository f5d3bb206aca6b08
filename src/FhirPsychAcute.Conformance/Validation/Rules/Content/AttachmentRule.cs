using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>An attachment's size and hash are those of its data (http://hl7.org/fhir/R4/datatypes.html#Attachment).</summary>
internal sealed class AttachmentRule(SchemaCatalog schema) : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#Attachment";

    private readonly int dataName = schema.NameId("data");
    private readonly int sizeName = schema.NameId("size");
    private readonly int hashName = schema.NameId("hash");

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var data = element.Child(dataName);
        var size = element.Child(sizeName);
        var hash = element.Child(hashName);
        if (!data.HasValue || (!size.HasValue && !hash.HasValue) || Decode(data) is not { } bytes)
        {
            return;
        }

        if (size.HasValue && size.TryGetInt32(out var stated) && stated != bytes.Length)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "attachment.size", Source,
                stated.ToString(CultureInfo.InvariantCulture), bytes.Length.ToString(CultureInfo.InvariantCulture));
        }

        // R4: "The calculated hash of the data using SHA-1. Represented using base64." Not a secret: SHA-1 is what the element is defined with.
#pragma warning disable CA5350
        if (hash.HasValue && Decode(hash) is { } claimed && !claimed.AsSpan().SequenceEqual(SHA1.HashData(bytes)))
#pragma warning restore CA5350
        {
            run.Report(IssueSeverity.Warning, IssueCode.Value, element, "attachment.hash", Source);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "size and hash of the data";

    private static byte[]? Decode(Element base64)
    {
        var text = base64.RawValue;
        if (base64.IsEscaped)
        {
            var plain = base64.Value!;
            var decoded = new byte[plain.Length];
            return Convert.TryFromBase64String(plain, decoded, out var count) ? decoded[..count] : null;
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done ? bytes[..written] : null;
    }
}
