using System.Collections.Concurrent;

namespace PB.Roll;

/// <summary>Hashes a register's people as they are read, several at a time, and finds those who stand in it twice.</summary>
sealed class RegisterReading(byte[] key, DateOnly day, IReadOnlyDictionary<string, Guid?> areas)
{
    readonly ConcurrentBag<HashedPerson> people = [];
    readonly ConcurrentBag<RegisterMistake> mistakes = [];
    int elsewhere;

    public int Elsewhere => elsewhere;

    /// <summary>Everybody, in the order of their hashes: their order in the file says nothing any more.</summary>
    public IReadOnlyList<HashedPerson> People { get; private set; } = [];

    public IReadOnlyList<RegisterMistake> Mistakes { get; private set; } = [];

    public void Read(TextReader file)
    {
        RegisterFile.Read(file).AsParallel().ForAll(Take);
        var once = new Dictionary<string, int>(people.Count);
        var kept = new List<HashedPerson>(people.Count);
        foreach (var person in people.OrderBy(person => person.Line))
        {
            if (once.TryAdd(Convert.ToHexString(person.Digest), person.Line))
                kept.Add(person);
            else
                mistakes.Add(new(person.Line, RegisterFault.Twice, once[Convert.ToHexString(person.Digest)]));
        }

        People = [.. kept.OrderBy(person => Convert.ToHexString(person.Digest), StringComparer.Ordinal)];
        Mistakes = [.. mistakes.OrderBy(mistake => mistake.Line)];
    }

    void Take(RegisterLine line)
    {
        if (line.Fault is { } fault)
            mistakes.Add(new(line.Line, fault));
        else if (areas.TryGetValue(line.Who!.Postcode.Text, out var area))
            people.Add(new(line.Line, line.Who.Digest(key), line.Who.NumberDigest(key), area, Identity.AgeOn(day, line.Who.BornOn)));
        else
            Interlocked.Increment(ref elsewhere);
    }
}

/// <summary>Somebody of a register after the hashing: no name, no birthday, no address.</summary>
sealed record HashedPerson(int Line, byte[] Digest, byte[]? NumberDigest, Guid? Area, int Age);
