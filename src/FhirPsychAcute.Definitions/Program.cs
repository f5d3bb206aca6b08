using FhirPsychAcute.Definitions;

// FhirPsychAcute.Definitions r4 PROFILES OUTPUT
// Installs the FHIR packages that PROFILES/package-lock.json pins where they are missing, and packs their definitions into the file OUTPUT.
// FhirPsychAcute.Definitions guide PROFILES OUTPUT
// Packs the compiled profiles in PROFILES/compiled as the FHIR package OUTPUT.
// Exit codes: 0 done, 1 a package or file is not as it should be, 2 wrong arguments.
if (args is not ["r4" or "guide", var profiles, _])
{
    Console.Error.WriteLine("definitions: usage: FhirPsychAcute.Definitions (r4|guide) PROFILES OUTPUT");
    return 2;
}

try
{
    var output = Path.GetFullPath(args[2]);
    Directory.CreateDirectory(Path.GetDirectoryName(output)!);
    var began = DateTime.UtcNow;
    using var turn = BuildLock.Wait(output + ".lock");

    // Another build may have made the pack while this one waited for its turn.
    if (turn.Waited && File.Exists(output) && File.GetLastWriteTimeUtc(output) >= began)
    {
        return 0;
    }

    profiles = Path.GetFullPath(profiles);
    var packages = args[0] == "r4" ? new NodeModules(profiles).Packages() : [];
    var unfinished = output + ".new";
    int count;
    using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
    {
        count = args[0] == "r4" ? new Distiller(packages).Write(file) : GuidePackage.Write(profiles, file);
    }

    File.Move(unfinished, output, overwrite: true);
    var content = args[0] == "r4" ? $"{count} definitions of {packages.Count} packages" : $"{count} resources";
    Console.WriteLine($"{Path.GetFileName(output)}: {content}, {new FileInfo(output).Length / 1024} KiB");
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
