using FhirPsychAcute.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess);
