using System.Security.Cryptography;

namespace PB.Ballots;

/// <summary>The secret key of each round, in a folder outside the database: without it no ballot can be traced to a voter.</summary>
/// <remarks>Every web process needs the same folder. Destroying a key after certification cuts the link for ever, in backups too.</remarks>
public sealed class RoundKeys(string folder)
{
    /// <summary>The round's key, made now if nobody made it before.</summary>
    public byte[] OpenOrMake(Guid round)
    {
        if (!File.Exists(PathOf(round)))
            Make(round);
        return Open(round);
    }

    public byte[] Open(Guid round) => File.ReadAllBytes(PathOf(round));

    /// <summary>Whether the key lies in the folder.</summary>
    public bool Has(Guid round) => File.Exists(PathOf(round));

    /// <summary>Writes over the key and takes its file away. Doing it twice is the same as once.</summary>
    public void Destroy(Guid round)
    {
        if (!Has(round))
            return;
        using (var file = File.OpenWrite(PathOf(round)))
        {
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }

        File.Delete(PathOf(round));
    }

    /// <summary>What may be known of a key, to see that the right one lies in the folder.</summary>
    public static byte[] Checksum(byte[] key) => SHA256.HashData([.. "pb/1/key-checksum\0"u8, .. key]);

    void Make(Guid round)
    {
        Directory.CreateDirectory(folder);
        var draft = PathOf(round) + $".{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        using (var file = File.Create(draft))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Never over an existing key: of two processes that come at once, the first one's key stays.
            File.Move(draft, PathOf(round), overwrite: false);
        }
        catch (IOException) when (File.Exists(PathOf(round)))
        {
            File.Delete(draft);
        }
    }

    string PathOf(Guid round) => Path.Combine(folder, $"{round}.key");
}
