using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Cli;

/// <summary>A Bundle made of resources, and the resources it was made of in the same order.</summary>
internal sealed class BatchRequest
{
    // Bytes of an entry around its resource, address and fullUrl.
    private const int EntryOverhead = 100;
    private readonly List<ResourceItem> items = [];

    /// <summary>The resources, in the order of the entries.</summary>
    public IReadOnlyList<ResourceItem> Items => items;

    /// <summary>Bytes that the Bundle has, about.</summary>
    public int Bytes { get; private set; }

    /// <summary>Adds a resource.</summary>
    public void Add(ResourceItem item)
    {
        items.Add(item);
        Bytes += item.Json.Length + item.FullUrl.Length + item.Url.Length + EntryOverhead;
    }

    /// <summary>The Bundle: <c>batch</c>, or <c>transaction</c> where the entries point at each other.</summary>
    public static ReadOnlyMemory<byte> Write(string bundleType, IReadOnlyList<ResourceItem> items)
    {
        var size = items.Sum(item => (long)item.Json.Length + item.FullUrl.Length + item.Url.Length + EntryOverhead) + 100;
        var json = new ArrayBufferWriter<byte>((int)Math.Min(size, int.MaxValue / 2));
        json.Write("{\"resourceType\":\"Bundle\",\"type\":\""u8);
        Append(json, bundleType);
        json.Write("\",\"entry\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            json.Write(i == 0 ? "{"u8 : ",{"u8);
            if (!item.FullUrl.IsEmpty)
            {
                json.Write("\"fullUrl\":"u8);
                json.Write(item.FullUrl.Span);
                json.Write(","u8);
            }

            // Type and id have passed the structure check, so nothing in the address needs escaping.
            json.Write("\"resource\":"u8);
            json.Write(item.Json.Span);
            json.Write(",\"request\":{\"method\":\""u8);
            Append(json, item.Method);
            json.Write("\",\"url\":\""u8);
            Append(json, item.Url);
            json.Write(item.OnlyNew ? "\",\"ifNoneMatch\":\"*\"}}"u8 : "\"}}"u8);
        }

        json.Write("]}"u8);
        return json.WrittenMemory;
    }

    private static void Append(ArrayBufferWriter<byte> json, string text) => Encoding.UTF8.GetBytes(text, json);
}
