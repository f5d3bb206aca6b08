namespace FhirPsychAcute.Benchmarks;

/// <summary>A markdown table whose columns line up.</summary>
internal sealed class MarkdownTable(params string[] head)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row with as many cells as the head has.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Prints the table; every column but the first is set to the right.</summary>
    public void Print()
    {
        var widths = head.Select((title, column) => Math.Max(title.Length, rows.Max(row => row[column].Length))).ToArray();
        Print(head, widths);
        Console.WriteLine($"|{string.Concat(widths.Select((width, column) => column == 0 ? $" {new string('-', width)} |" : $" {new string('-', width - 1)}: |"))}");
        foreach (var row in rows)
        {
            Print(row, widths);
        }

        Console.WriteLine();
    }

    private static void Print(string[] cells, int[] widths) =>
        Console.WriteLine($"|{string.Concat(cells.Select((cell, column) => column == 0 ? $" {cell.PadRight(widths[column])} |" : $" {cell.PadLeft(widths[column])} |"))}");
}
