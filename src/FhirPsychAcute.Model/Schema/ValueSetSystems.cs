using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>Which code systems value sets draw on, from their ValueSet.compose.</summary>
internal sealed class ValueSetSystems
{
    private readonly Dictionary<string, List<Include>> composed = new(StringComparer.Ordinal);

    /// <summary>Takes a ValueSet resource; one without url or compose is passed over.</summary>
    public void Add(JsonElement valueSet)
    {
        if (!valueSet.TryGetProperty("url", out var url) || !valueSet.TryGetProperty("compose", out var compose) || !compose.TryGetProperty("include", out var includes))
        {
            return;
        }

        composed[url.GetString()!] = [.. includes.EnumerateArray().Select(include => new Include(
            include.TryGetProperty("system", out var system) ? system.GetString() : null,
            include.TryGetProperty("valueSet", out var imports) ? [.. imports.EnumerateArray().Select(import => import.GetString()!)] : []))];
    }

    /// <summary>The one code system that all codes of the value set come from; null when there are several or it is not known.</summary>
    public string? OnlySystem(string canonical)
    {
        var systems = new HashSet<string>(StringComparer.Ordinal);
        return Collect(canonical, systems, []) && systems.Count == 1 ? systems.Single() : null;
    }

    private bool Collect(string canonical, HashSet<string> systems, HashSet<string> visited)
    {
        var url = canonical.Split('|')[0];
        if (!visited.Add(url))
        {
            return true;
        }

        if (!composed.TryGetValue(url, out var includes))
        {
            return false;
        }

        foreach (var include in includes)
        {
            // With a system, imported value sets only narrow it down.
            if (include.System is not null)
            {
                systems.Add(include.System);
            }
            else if (!include.Imports.All(import => Collect(import, systems, visited)))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Include(string? System, string[] Imports);
}
