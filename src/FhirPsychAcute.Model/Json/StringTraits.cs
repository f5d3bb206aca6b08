namespace FhirPsychAcute.Model;

/// <summary>What scanning a string found out about it.</summary>
[Flags]
internal enum StringTraits : byte
{
    None = 0,
    /// <summary>It holds JSON escapes.</summary>
    Escaped = 1,
    /// <summary>An escape stands for a control character other than tab, line feed and carriage return.</summary>
    Control = 2,
    /// <summary>An escape stands for half a surrogate pair.</summary>
    LoneSurrogate = 4,
}
