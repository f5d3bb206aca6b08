using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Database;

internal static class DatabaseFhirStore
{
    public static FhirStore Open(StorageOptions options, ILogger logger) => throw new NotSupportedException();
}
