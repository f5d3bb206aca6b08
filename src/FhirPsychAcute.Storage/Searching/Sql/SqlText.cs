using System.Text;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>SQL being written, with its arguments in the order of their question marks. Text comes from this room only; whatever a request holds is an argument.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder text = new(512);
    private readonly List<Argument> arguments = [];

    /// <summary>Adds text.</summary>
    public SqlText Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Adds a question mark for an integer.</summary>
    public SqlText Value(long value)
    {
        text.Append('?');
        arguments.Add(new(null, value, 0, ArgumentKind.Integer));
        return this;
    }

    /// <summary>Adds a question mark for a floating point number.</summary>
    public SqlText Value(double value)
    {
        text.Append('?');
        arguments.Add(new(null, 0, value, ArgumentKind.Double));
        return this;
    }

    /// <summary>Adds a question mark for text.</summary>
    public SqlText Value(string value)
    {
        text.Append('?');
        arguments.Add(new(value, 0, 0, ArgumentKind.Text));
        return this;
    }

    /// <summary>Adds <c>column = ?</c>, or <c>column IN (?, ...)</c> for several; the number of question marks is rounded up to a power of two, so that lists share few shapes.</summary>
    public SqlText In<T>(string column, IReadOnlyList<T> values)
    {
        text.Append(column);
        if (values.Count == 1)
        {
            text.Append(" = ");
            AddAny(values[0]);
            return this;
        }

        text.Append(" IN (");
        var shape = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(values.Count, 1));
        for (var i = 0; i < shape; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            if (values.Count == 0)
            {
                text.Append("NULL");
            }
            else
            {
                AddAny(values[Math.Min(i, values.Count - 1)]);
            }
        }

        text.Append(')');
        return this;
    }

    /// <summary>
    /// Adds <c>column = ?</c>, or for several parameter numbers <c>column IN (1, 2, 3)</c> with the numbers themselves: they come from the registry, few lists of them occur,
    /// and a search over all types would need more question marks than a statement may have.
    /// </summary>
    public SqlText Columns(string column, IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 1)
        {
            return Add(column).Add(" = ").Value(numbers[0]);
        }

        text.Append(column).Append(" IN (");
        for (var i = 0; i < numbers.Count; i++)
        {
            text.Append(i > 0 ? "," : "").Append(System.Globalization.CultureInfo.InvariantCulture, $"{numbers[i]}");
        }

        text.Append(numbers.Count == 0 ? "NULL)" : ")");
        return this;
    }

    /// <summary>The statement with its arguments bound.</summary>
    public StoreStatement Prepare(StoreConnection connection)
    {
        var statement = connection.Prepare(text.ToString());
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            switch (argument.Kind)
            {
                case ArgumentKind.Integer:
                    statement.Bind(i + 1, argument.Integer);
                    break;
                case ArgumentKind.Double:
                    statement.Bind(i + 1, argument.Double);
                    break;
                default:
                    statement.Bind(i + 1, argument.Text);
                    break;
            }
        }

        return statement;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void AddAny<T>(T value)
    {
        switch (value)
        {
            case int number:
                Value((long)number);
                break;
            case long number:
                Value(number);
                break;
            case string word:
                Value(word);
                break;
            default:
                throw new ArgumentException("Only integers and text stand in lists.", nameof(value));
        }
    }

    private enum ArgumentKind : byte
    {
        Integer,
        Double,
        Text,
    }

    private readonly record struct Argument(string? Text, long Integer, double Double, ArgumentKind Kind);
}
