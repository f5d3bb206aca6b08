namespace FhirPsychAcute.Server;

/// <summary>What the operator sees when the server is ready: where to look first.</summary>
internal static class Banner
{
    public static void Write(TextWriter output, ServerHost server, ServerOptions options)
    {
        var site = server.FhirBase[..^FhirEndpoint.BasePath.Length];
        output.WriteLine($"""
            FhirPsychAcute is ready.
              FHIR base     {server.FhirBase}
              Capabilities  {server.FhirBase}/metadata
              Check         {site}/validate
              Profiles      {site}/ig
              Swagger UI    {site}/swagger
              Health        {site}/health/ready
              Data          {Path.GetFullPath(options.DataFile)}
            """);
        if (options.Demo)
        {
            output.WriteLine($"""
                Try the demo:
                  {server.FhirBase}/Patient?_pretty=true
                  {server.FhirBase}/Encounter?_include=Encounter:subject&_pretty=true
                  {server.FhirBase}/Task?_pretty=true
                """);
        }

        output.Flush();
    }
}
