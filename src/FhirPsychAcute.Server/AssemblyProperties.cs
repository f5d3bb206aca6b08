using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("FhirPsychAcute.Server.Tests")]
[assembly: InternalsVisibleTo("FhirPsychAcute.EndToEnd")]
