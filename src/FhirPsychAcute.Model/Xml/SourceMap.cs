namespace FhirPsychAcute.Model;

/// <summary>
/// Where the values of a document stood in the XML that it was read from. A document's bytes are JSON whatever it came from; this keeps the places that a
/// person who wrote the XML can find again.
/// </summary>
internal sealed class SourceMap
{
    private readonly Place[] places;
    private readonly int shift;

    /// <summary>Takes places in order of their offsets.</summary>
    public SourceMap(Place[] places)
        : this(places, 0)
    {
    }

    private SourceMap(Place[] places, int shift)
    {
        this.places = places;
        this.shift = shift;
    }

    /// <summary>The same places for a document whose bytes begin at an offset of this one's.</summary>
    public SourceMap From(int offset) => new(places, shift + offset);

    /// <summary>Line and column in the XML of the value that stands at this byte of the JSON, or of the nearest before it.</summary>
    public SourcePosition PositionAt(int offset)
    {
        offset += shift;
        int low = 0, high = places.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (places[middle].Offset <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? new SourcePosition(1, 1, SourcePosition.NoOffset) : places[low - 1].Position;
    }

    /// <summary>A byte of the JSON, and the line and column of the XML element that it was made from.</summary>
    public readonly record struct Place(int Offset, int Line, int Column)
    {
        public SourcePosition Position => new(Line, Column, SourcePosition.NoOffset);
    }
}
