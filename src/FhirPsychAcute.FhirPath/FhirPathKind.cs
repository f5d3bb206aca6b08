namespace FhirPsychAcute.FhirPath;

/// <summary>What a <see cref="FhirPathValue"/> is.</summary>
public enum FhirPathKind : byte
{
    /// <summary>Nothing: <c>default</c>.</summary>
    None,
    /// <summary>An element of a resource.</summary>
    Element,
    /// <summary>System.Boolean.</summary>
    Boolean,
    /// <summary>System.String.</summary>
    String,
    /// <summary>System.Integer, 32 bit.</summary>
    Integer,
    /// <summary>System.Long, 64 bit.</summary>
    Long,
    /// <summary>System.Decimal.</summary>
    Decimal,
    /// <summary>System.Date.</summary>
    Date,
    /// <summary>System.DateTime.</summary>
    DateTime,
    /// <summary>System.Time.</summary>
    Time,
    /// <summary>System.Quantity with a UCUM unit.</summary>
    Quantity,
    /// <summary>System.Quantity with a calendar unit (year, month ... millisecond).</summary>
    CalendarQuantity,
    /// <summary>What <c>type()</c> gives: a namespace and a name.</summary>
    TypeInfo,
    /// <summary>A resource of which only the type is known (<see cref="EvaluationContext.ResolveToTypeOnly"/>).</summary>
    ResourceOfType,
}
