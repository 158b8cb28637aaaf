using System.Buffers.Binary;
using System.Text;

namespace PB.Tally.Files;

/// <summary>Project ids as they stand in a file's bytes, each with its position: found without making text of them.</summary>
sealed class IdTable
{
    readonly List<byte[]> ids = [];
    int[] slots = new int[256];

    /// <summary>The position of an id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        for (var slot = Slot(id); slots[slot] > 0; slot = (slot + 1) & (slots.Length - 1))
            if (id.SequenceEqual(ids[slots[slot] - 1])) return slots[slot] - 1;
        return -1;
    }

    /// <summary>Adds an id at the next position; one that is there already is not found at the new position.</summary>
    public void Add(ReadOnlySpan<byte> id)
    {
        ids.Add(id.ToArray());
        if (4 * ids.Count > slots.Length) Grow();
        else Enter(ids.Count - 1);
    }

    public string Text(int position) => Encoding.UTF8.GetString(ids[position]);

    void Grow()
    {
        slots = new int[2 * slots.Length];
        for (var position = 0; position < ids.Count; position++) Enter(position);
    }

    void Enter(int position)
    {
        var slot = Slot(ids[position]);
        while (slots[slot] > 0 && !ids[slots[slot] - 1].AsSpan().SequenceEqual(ids[position])) slot = (slot + 1) & (slots.Length - 1);
        if (slots[slot] == 0) slots[slot] = position + 1;
    }

    // Mixes each eight bytes; that some ids share a slot only costs time.
    int Slot(ReadOnlySpan<byte> id)
    {
        var hash = unchecked((ulong)id.Length * 0x9E3779B97F4A7C15);
        for (; id.Length >= 8; id = id[8..]) hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
        foreach (var letter in id) hash = (hash << 8 | hash >> 56) ^ letter;
        return (int)(Mixed(hash) >> 33) & (slots.Length - 1);
    }

    static ulong Mixed(ulong hash) => unchecked((hash ^ hash >> 29) * 0xBF58476D1CE4E5B9);
}
