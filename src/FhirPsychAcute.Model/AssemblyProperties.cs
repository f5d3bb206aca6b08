using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("FhirPsychAcute.Model.Tests")]
