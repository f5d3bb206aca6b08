using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Storage.Database.Sqlite;

/// <summary>A prepared SQLite statement.</summary>
/// <param name="connection">The connection it runs on.</param>
/// <param name="handle">The native statement.</param>
/// <param name="isKept">Whether the connection keeps it for the next use of its text; otherwise it ends when given back.</param>
internal sealed unsafe class SqliteStatement(SqliteConnection connection, nint handle, bool isKept) : StoreStatement
{
    // A bound value stays in memory until the next one; a bigger one is let go when the statement is given back.
    private const int KeptBytes = 64 * 1024;

    private bool active;
    private bool holdsLarge;

    /// <summary>Prepared by somebody who has not given it back yet.</summary>
    public bool IsLent { get; set; }

    /// <summary>The native statement.</summary>
    public nint Handle => handle;

    public override void Bind(int parameter, long value) => Check(SqliteNative.BindInt64(handle, parameter, value));

    public override void Bind(int parameter, double value) => Check(SqliteNative.BindDouble(handle, parameter, value));

    public override void Bind(int parameter, ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= 1024)
        {
            Span<byte> buffer = stackalloc byte[most];
            BindUtf8(parameter, buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            BindUtf8(parameter, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public override void Bind(int parameter, ReadOnlySpan<byte> value)
    {
        holdsLarge |= value.Length > KeptBytes;
        fixed (byte* bytes = value)
        {
            // A null pointer would bind NULL; an empty blob needs an address.
            byte nothing;
            Check(SqliteNative.BindBlob(handle, parameter, bytes is null ? &nothing : bytes, value.Length, SqliteNative.Transient));
        }
    }

    public override void BindNull(int parameter) => Check(SqliteNative.BindNull(handle, parameter));

    public override bool Read()
    {
        active = true;
        var result = SqliteNative.Step(handle);
        if (result == SqliteNative.Row)
        {
            return true;
        }

        if (result != SqliteNative.Done)
        {
            var failure = connection.Failure(result);
            Reset();
            throw failure;
        }

        Reset();
        return false;
    }

    public override int Execute()
    {
        while (Read())
        {
        }

        return (int)SqliteNative.Changes(connection.Handle);
    }

    public override void Reset()
    {
        if (active)
        {
            // The result repeats the failure of the last step, which has been reported already.
            _ = SqliteNative.Reset(handle);
            active = false;
        }
    }

    public override bool IsNull(int column) => SqliteNative.ColumnType(handle, column) == 5;

    public override long GetInt64(int column) => SqliteNative.ColumnInt64(handle, column);

    public override double GetDouble(int column) => SqliteNative.ColumnDouble(handle, column);

    public override string GetString(int column)
    {
        var text = SqliteNative.ColumnText(handle, column);
        return text is null ? "" : Encoding.UTF8.GetString(text, SqliteNative.ColumnBytes(handle, column));
    }

    public override byte[] GetBytes(int column) => GetSpan(column).ToArray();

    public override ReadOnlySpan<byte> GetSpan(int column)
    {
        var blob = SqliteNative.ColumnBlob(handle, column);
        return blob is null ? default : new ReadOnlySpan<byte>(blob, SqliteNative.ColumnBytes(handle, column));
    }

    public override void Dispose()
    {
        if (!IsLent)
        {
            return;
        }

        IsLent = false;
        if (isKept)
        {
            Reset();
            if (holdsLarge)
            {
                _ = SqliteNative.ClearBindings(handle);
                holdsLarge = false;
            }
        }
        else
        {
            _ = SqliteNative.Finalize(handle);
        }
    }

    private void BindUtf8(int parameter, ReadOnlySpan<byte> value)
    {
        holdsLarge |= value.Length > KeptBytes;
        fixed (byte* bytes = value)
        {
            byte nothing;
            Check(SqliteNative.BindText(handle, parameter, bytes is null ? &nothing : bytes, value.Length, SqliteNative.Transient));
        }
    }

    private void Check(int result)
    {
        if (result != SqliteNative.Ok)
        {
            throw connection.Failure(result);
        }
    }
}
