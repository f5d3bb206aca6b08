namespace FhirPsychAcute.Server;

/// <summary>The HTTP methods that the router tells apart.</summary>
[Flags]
internal enum HttpVerb : byte
{
    /// <summary>A method that FHIR has no use for.</summary>
    Other = 0,
    Get = 1,
    Head = 2,
    Post = 4,
    Put = 8,
    Patch = 16,
    Delete = 32,
    Options = 64,
}

/// <summary>Reads and lists methods.</summary>
internal static class HttpVerbs
{
    /// <summary>The method of that name, in capitals as HTTP and Bundle.entry.request.method write it.</summary>
    public static HttpVerb Parse(string name) => name switch
    {
        "GET" => HttpVerb.Get,
        "POST" => HttpVerb.Post,
        "PUT" => HttpVerb.Put,
        "DELETE" => HttpVerb.Delete,
        "HEAD" => HttpVerb.Head,
        "OPTIONS" => HttpVerb.Options,
        "PATCH" => HttpVerb.Patch,
        _ => HttpVerb.Other,
    };

    /// <summary>The value of an Allow header.</summary>
    public static string Allow(HttpVerb verbs)
    {
        var names = new List<string>();
        Add(HttpVerb.Get, "GET");
        Add(HttpVerb.Head, "HEAD");
        Add(HttpVerb.Post, "POST");
        Add(HttpVerb.Put, "PUT");
        Add(HttpVerb.Delete, "DELETE");
        names.Add("OPTIONS");
        return string.Join(", ", names);

        void Add(HttpVerb verb, string name)
        {
            if ((verbs & verb) != 0)
            {
                names.Add(name);
            }
        }
    }
}
