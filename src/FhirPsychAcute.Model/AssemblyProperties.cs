using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("FhirPsychAcute.Model.Tests")]
[assembly: InternalsVisibleTo("FhirPsychAcute.Conformance.Tests")]
