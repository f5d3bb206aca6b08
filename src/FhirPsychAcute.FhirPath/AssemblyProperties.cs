using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("FhirPsychAcute.FhirPath.Tests")]
