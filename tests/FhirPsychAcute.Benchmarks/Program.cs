using System.Globalization;
using FhirPsychAcute.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await BenchmarkCommand.RunAsync(args);
