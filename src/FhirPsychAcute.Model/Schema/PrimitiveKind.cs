namespace FhirPsychAcute.Model;

/// <summary>The lexical family of a FHIR primitive type (R4 datatypes 2.24.0.1); <see cref="None"/> for types that are not primitive.</summary>
public enum PrimitiveKind : byte
{
    /// <summary>Not a primitive.</summary>
    None = 0,
    /// <summary>boolean.</summary>
    Boolean,
    /// <summary>integer, 32 bit signed.</summary>
    Integer,
    /// <summary>positiveInt, 1 and up.</summary>
    PositiveInt,
    /// <summary>unsignedInt, 0 and up.</summary>
    UnsignedInt,
    /// <summary>decimal; the lexical form is significant.</summary>
    Decimal,
    /// <summary>string.</summary>
    String,
    /// <summary>markdown.</summary>
    Markdown,
    /// <summary>code.</summary>
    Code,
    /// <summary>id: [A-Za-z0-9\-\.]{1,64}.</summary>
    Id,
    /// <summary>uri.</summary>
    Uri,
    /// <summary>url.</summary>
    Url,
    /// <summary>canonical.</summary>
    Canonical,
    /// <summary>oid.</summary>
    Oid,
    /// <summary>uuid.</summary>
    Uuid,
    /// <summary>date, of year, month or day precision.</summary>
    Date,
    /// <summary>dateTime, from year to sub-second precision.</summary>
    DateTime,
    /// <summary>instant, at least seconds, with time zone.</summary>
    Instant,
    /// <summary>time of day.</summary>
    Time,
    /// <summary>base64Binary.</summary>
    Base64Binary,
    /// <summary>xhtml: the narrative's div.</summary>
    Xhtml,
}
