using System.Net.Sockets;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Server;
using FhirPsychAcute.Storage;
using Microsoft.AspNetCore.Connections;

// https://man.freebsd.org/cgi/man.cgi?sysexits
const int Usage = 64, Unavailable = 69, Software = 70, InputOutput = 74;

var commandLine = CommandLine.Parse(args);
if (commandLine.ShowsHelp)
{
    Console.Out.WriteLine(CommandLine.Help);
    return 0;
}

if (commandLine.Error is { } wrong)
{
    return Fail(Usage, wrong);
}

ServerOptions options;
var configuration = Settings.Load(commandLine);
try
{
    options = Settings.Read(configuration);
}
catch (FormatException fault)
{
    return Fail(Usage, fault.Message);
}

try
{
    await using var server = await ServerHost.StartAsync(options, configuration);
    Banner.Write(Console.Out, server, options);
    await server.WaitAsync();
    return 0;
}
catch (RuleException fault)
{
    return Fail(Usage, fault.Message);
}
catch (StoreException fault)
{
    return Fail(InputOutput, fault.Message);
}
catch (UnauthorizedAccessException fault)
{
    return Fail(InputOutput, fault.Message);
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    return Fail(Unavailable, $"the address {options.Urls} is in use by another program; choose another with --urls");
}
catch (SocketException fault)
{
    return Fail(Unavailable, $"cannot listen on {options.Urls}: {fault.Message}");
}
catch (FormatException fault)
{
    return Fail(Usage, $"--urls: {fault.Message}");
}
catch (IOException fault)
{
    return Fail(InputOutput, fault.Message);
}
catch (Exception fault)
{
    return Fail(Software, $"{fault.GetType().Name}: {fault.Message}");
}

static int Fail(int code, string message)
{
    Console.Error.WriteLine($"fhirpsychacute: {message.ReplaceLineEndings(" ")}");
    return code;
}
