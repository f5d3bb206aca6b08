using FhirPsychAcute.Model;
namespace FhirPsychAcute.Server;

/// <summary>
/// Self links: the request as the server understood it, with every value of a CPR number's shape replaced by asterisks, because links end up in
/// browser histories, proxies and logs.
/// </summary>
internal static class SelfLink
{
    /// <summary>The link.</summary>
    /// <param name="root">The FHIR base.</param>
    /// <param name="path">Path below it.</param>
    /// <param name="query">The parameters that were used.</param>
    public static string Of(string root, string path, QueryParameters query)
    {
        var url = path.Length == 0 ? root : $"{root}/{path}";
        return query.Items.Count == 0 ? url : $"{url}?{CprMask.Apply(query.ToQuery())}";
    }
}
