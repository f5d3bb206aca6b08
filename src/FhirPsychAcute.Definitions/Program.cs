using FhirPsychAcute.Definitions;

// FhirPsychAcute.Definitions PROFILES OUTPUT
// Installs the FHIR packages that PROFILES/package-lock.json pins where they are missing, and packs their definitions into the file OUTPUT.
// Exit codes: 0 done, 1 a package or file is not as it should be, 2 wrong arguments.
if (args.Length != 2)
{
    Console.Error.WriteLine("definitions: usage: FhirPsychAcute.Definitions PROFILES OUTPUT");
    return 2;
}

try
{
    var output = Path.GetFullPath(args[1]);
    Directory.CreateDirectory(Path.GetDirectoryName(output)!);
    var began = DateTime.UtcNow;
    using var turn = BuildLock.Wait(output + ".lock");

    // Another build may have made the pack while this one waited for its turn.
    if (turn.Waited && File.Exists(output) && File.GetLastWriteTimeUtc(output) >= began)
    {
        return 0;
    }

    var packages = new NodeModules(Path.GetFullPath(args[0])).Packages();
    var unfinished = output + ".new";
    int count;
    using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
    {
        count = new Distiller(packages).Write(file);
    }

    File.Move(unfinished, output, overwrite: true);
    Console.WriteLine($"{Path.GetFileName(output)}: {count} definitions of {packages.Count} packages, {new FileInfo(output).Length / 1024} KiB");
    return 0;
}
catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"definitions: error : {exception.Message}");
    return 1;
}
catch (AggregateException exception)
{
    Console.Error.WriteLine($"definitions: error : {exception.InnerExceptions[0].Message}");
    return 1;
}
