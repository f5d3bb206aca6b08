using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.External;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// A FHIR terminology server reached over HTTP: <c>POST [base]/ValueSet/$validate-code</c> and <c>[base]/CodeSystem/$validate-code</c>
/// (http://hl7.org/fhir/R4/valueset-operation-validate-code.html). The command line uses this file too.
/// </summary>
internal sealed class HttpTerminologyServer : ITerminologyServer, IDisposable
{
    private const long MaxAnswerBytes = 1024 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    private readonly string root;

    /// <param name="root">Base address of the server: <c>https://tx.fhir.org/r4</c>.</param>
    public HttpTerminologyServer(Uri root) => this.root = root.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    public async ValueTask<CodeAnswer?> ValidateCodeAsync(CodeQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/{(question.ValueSet is null ? "CodeSystem" : "ValueSet")}/$validate-code");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
            request.Content = new ByteArrayContent(Parameters(question));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return Read(body);
            }

            // Refused with reason: the server does not know the value set or the system. Anything else is a server in trouble.
            return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity
                ? null
                : throw new TerminologyServerException($"The terminology server {root} answered with status {(int)response.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new TerminologyServerException($"The terminology server {root} cannot be reached.", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static byte[] Parameters(CodeQuestion question)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Parameters");
            json.WriteStartArray("parameter");
            var bar = question.ValueSet?.IndexOf('|', StringComparison.Ordinal) ?? -1;
            Add("url", "valueUri", question.ValueSet is null ? question.System : bar < 0 ? question.ValueSet : question.ValueSet[..bar]);
            Add("valueSetVersion", "valueString", bar < 0 ? null : question.ValueSet![(bar + 1)..]);
            Add("system", "valueUri", question.ValueSet is null ? null : question.System);
            Add(question.ValueSet is null ? "version" : "systemVersion", "valueString", question.Version);
            Add("code", "valueCode", question.Code);
            Add("display", "valueString", question.Display);
            json.WriteEndArray();
            json.WriteEndObject();

            void Add(string name, string property, string? value)
            {
                if (value is not null)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString(property, value);
                    json.WriteEndObject();
                }
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    private CodeAnswer? Read(byte[] body)
    {
        if (ResourceDocument.Parse(body, DefinitionLibrary.R4.Schema).Document is not { Type.Name: "Parameters" } parameters)
        {
            throw new TerminologyServerException($"The terminology server {root} answered with something that is no Parameters.");
        }

        bool? result = null;
        string? display = null;
        foreach (var parameter in parameters.Root.ChildrenNamed("parameter"))
        {
            switch (parameter.ChildValue("name"))
            {
                case "result":
                    result = parameter.Child("value") is { Exists: true } given && given.Value is "true";
                    break;
                case "display":
                    display = parameter.Child("value") is { Exists: true } text ? text.Value : null;
                    break;
                case "x-unknown-system" or "x-caused-by-unknown-system":
                    // How servers of the HL7 family say that a negative result only means that they do not have the system.
                    return null;
            }
        }

        return result is { } isValid ? new CodeAnswer(isValid, display) : throw new TerminologyServerException($"The terminology server {root} answered without a result.");
    }
}
