namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// A prepared statement of a <see cref="StoreConnection"/>, kept and reused by its SQL text. Parameters are written <c>?</c> and bound from 1 in their order in the text.
/// Use: <c>using var statement = connection.Prepare(...)</c>, bind, then <see cref="Read"/> until false (or <see cref="Execute"/>); bindings stay until bound anew.
/// Not safe for two threads at once.
/// </summary>
internal abstract class StoreStatement : IDisposable
{
    /// <summary>Binds an integer.</summary>
    public abstract void Bind(int parameter, long value);

    /// <summary>Binds a floating point number.</summary>
    public abstract void Bind(int parameter, double value);

    /// <summary>Binds text.</summary>
    public abstract void Bind(int parameter, ReadOnlySpan<char> value);

    /// <summary>Binds text; null binds NULL.</summary>
    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            BindNull(parameter);
        }
        else
        {
            Bind(parameter, value.AsSpan());
        }
    }

    /// <summary>Binds bytes.</summary>
    public abstract void Bind(int parameter, ReadOnlySpan<byte> value);

    /// <summary>Binds NULL.</summary>
    public abstract void BindNull(int parameter);

    /// <summary>Goes to the next row; false after the last, which also resets the statement.</summary>
    public abstract bool Read();

    /// <summary>Runs a statement that gives no rows and resets it; gives the number of rows changed.</summary>
    public abstract int Execute();

    /// <summary>Ends reading and makes the statement ready to be bound anew.</summary>
    public abstract void Reset();

    /// <summary>Whether the column (from 0) of the current row is NULL.</summary>
    public abstract bool IsNull(int column);

    /// <summary>The integer in a column (from 0) of the current row.</summary>
    public abstract long GetInt64(int column);

    /// <summary>The integer in a column, as 32 bits.</summary>
    public int GetInt32(int column) => checked((int)GetInt64(column));

    /// <summary>The floating point number in a column.</summary>
    public abstract double GetDouble(int column);

    /// <summary>The text in a column; empty for NULL.</summary>
    public abstract string GetString(int column);

    /// <summary>The bytes in a column, copied; empty for NULL.</summary>
    public abstract byte[] GetBytes(int column);

    /// <summary>The bytes in a column, uncopied; valid until the next <see cref="Read"/> or reset only.</summary>
    public abstract ReadOnlySpan<byte> GetSpan(int column);

    /// <summary>Gives the statement back (resets it; the connection keeps it prepared). It must not be used afterwards; prepare it again by its text.</summary>
    public abstract void Dispose();
}
