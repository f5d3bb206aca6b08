using System.Globalization;

namespace FhirPsychAcute.Model;

/// <summary>A text for a structural fault: its stable id, by which other languages have it too, and its English words.</summary>
public sealed class StructureMessage
{
    internal StructureMessage(string id, StructureIssueCode code, string english)
    {
        Id = id;
        Code = code;
        English = english;
    }

    /// <summary>Stable id: <c>structure.unknown-property</c>.</summary>
    public string Id { get; }

    /// <summary>FHIR issue code of the fault.</summary>
    public StructureIssueCode Code { get; }

    /// <summary>English words with places <c>{0}</c>, <c>{1}</c> ... for arguments.</summary>
    public string English { get; }

    /// <summary>All texts in English by id.</summary>
    public static IReadOnlyDictionary<string, string> AllEnglish => StructureMessages.English;

    /// <summary>The English words with their places filled.</summary>
    public string Format(IReadOnlyList<object> arguments)
    {
        if (arguments.Count == 0)
        {
            return English;
        }

        var words = new object[arguments.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = arguments[i] is StructureMessage phrase ? phrase.English : arguments[i];
        }

        return string.Format(CultureInfo.InvariantCulture, English, words);
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
