using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Database.Sqlite;
using FhirPsychAcute.Storage.Searching;
using FhirPsychAcute.Storage.Writing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

/// <summary>The backlog under every order of writing, flushing in tiny steps, failing transactions, and crashes between any two of them.</summary>
public sealed class IndexBacklogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private enum Act
    {
        Write,
        WriteAndUndo,
        BeginFlush,
        PrepareStep,
        WriteStep,
        WriteStepAndUndo,
        WriteTables,
        WriteTablesAndUndo,
        Crash,
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_tables_end_up_with_the_rows_of_the_current_versions_whatever_happens_on_the_way()
    {
        var step = from act in Gen.Frequency(
                       (6, Gen.Constant(Act.Write)), (1, Gen.Constant(Act.WriteAndUndo)), (2, Gen.Constant(Act.BeginFlush)), (8, Gen.Constant(Act.PrepareStep)),
                       (5, Gen.Constant(Act.WriteStep)), (1, Gen.Constant(Act.WriteStepAndUndo)), (1, Gen.Constant(Act.WriteTables)),
                       (1, Gen.Constant(Act.WriteTablesAndUndo)), (1, Gen.Constant(Act.Crash)))
                   from resource in Gen.Choose(0, 3)
                   from values in Gen.ListOf(Gen.Choose(0, 4), 3)
                   select (Act: act, Resource: resource, Values: values);
        var run = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Arb.From(Gen.ListOf(step, 80)), steps =>
        {
            var file = folder.File($"run{run++}.db");
            using (var writer = new Writer(file))
            {
                foreach (var (act, resource, values) in steps)
                {
                    writer.Do(act, resource, values);
                }

                writer.Finish();
            }

            Assert.Equal(IndexContents.Expected(file), IndexContents.Actual(file));
        }));
    }

    /// <summary>The parts of a writer without its thread.</summary>
    private sealed class Writer : IDisposable
    {
        private readonly SqliteProvider provider;
        private readonly StoreConnection connection;
        private StoreNames names = null!;
        private IndexBacklog backlog = null!;
        private UnitWriter units = null!;
        private bool isOpen;

        public Writer(string file)
        {
            provider = new SqliteProvider(new StorageOptions { DataFile = file }, NullLogger.Instance);
            provider.Prepare();
            connection = provider.OpenWriter();
            Load();
        }

        public void Do(Act act, int resource, List<int> values)
        {
            switch (act)
            {
                case Act.Write or Act.WriteAndUndo:
                    Transaction(commit: act == Act.Write, () => Write(resource, values));
                    break;
                case Act.BeginFlush when backlog.Flush is null && backlog.Waiting > 0:
                    backlog.BeginFlush(units.LastSeq);
                    break;
                case Act.PrepareStep when backlog.Flush is { IsPrepared: false } flush:
                    flush.PrepareStep(connection);
                    break;
                case Act.WriteStep or Act.WriteStepAndUndo when backlog.Flush is { IsPrepared: true } flush:
                    Transaction(commit: act == Act.WriteStep, () => flush.WriteStep(connection));
                    break;
                case Act.WriteTables or Act.WriteTablesAndUndo:
                    Transaction(commit: act == Act.WriteTables, () =>
                    {
                        Write(resource, values);
                        backlog.WriteTables(connection, units.LastSeq);
                        Write(3 - resource, values);
                    });
                    break;
                case Act.Crash:
                    Load();
                    break;
            }
        }

        public void Finish() => Transaction(commit: true, () => backlog.WriteTables(connection, units.LastSeq));

        public void Dispose()
        {
            connection.Dispose();
            provider.Dispose();
        }

        // Everything that a process holds in memory is read anew.
        private void Load()
        {
            names = new StoreNames();
            backlog = new IndexBacklog(new FlushStepSize(Changes: 2, Rows: 4));
            units = new UnitWriter(connection, backlog, new SearchExecutor(names));
            WriterRecovery.Load(connection, names, backlog, units);
            names.InternType("Basic");
        }

        private void Write(int resource, List<int> values)
        {
            var id = $"r{resource}";
            using var select = connection.Prepare("SELECT version, state FROM resource WHERE id = ?");
            select.Bind(1, id);
            var (version, state) = select.Read() ? (select.GetInt64(0), select.GetInt64(1)) : (0, 0);
            select.Reset();
            var operation = values[0] == 0 && state == 1 ? Delete("Basic", id, version) : Put("Basic", id, version, "x", Rows(values));
            Assert.Equal(WriteOutcome.Committed, units.Write(PreparedUnit.From(new WriteUnit([operation], []), names, default)));
        }

        private void Transaction(bool commit, Action action)
        {
            Assert.False(isOpen);
            isOpen = true;
            connection.BeginWrite();
            var written = names.WriteNew(connection);
            action();
            if (commit)
            {
                connection.Commit();
                units.Committed();
                backlog.Committed();
            }
            else
            {
                connection.Rollback();
                names.Restore(written);
                units.RolledBack();
                backlog.RolledBack();
            }

            isOpen = false;
        }

        private static IndexRows Rows(List<int> values)
        {
            var rows = new IndexRows();
            foreach (var value in values)
            {
                rows.Tokens.Add(new TokenRow(1, "", $"code{value}"));
                rows.Strings.Add(new StringRow(2, $"text{value / 2}", $"Text {value}"));
                rows.Dates.Add(new DateRow(3, value, value + 1));
            }

            return rows;
        }
    }
}
