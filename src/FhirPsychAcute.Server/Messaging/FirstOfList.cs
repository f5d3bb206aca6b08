namespace FhirPsychAcute.Server;

/// <summary>The first of a list that may be empty.</summary>
internal static class FirstOfList
{
    /// <summary>The first item; null without any.</summary>
    public static T? FirstOrNull<T>(this IReadOnlyList<T> list)
        where T : class => list.Count > 0 ? list[0] : null;
}
