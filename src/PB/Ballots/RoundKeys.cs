using System.Security.Cryptography;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The keys of each round, in a folder outside the database: the secret one without which no ballot can be traced to a voter, and the one that
/// signs the log.</summary>
/// <remarks>Every web process needs the same folder. Destroying the secret key after certification cuts the link for ever, in backups too.</remarks>
public sealed class RoundKeys(string folder)
{
    /// <summary>The round's secret key, made now if nobody made it before.</summary>
    public byte[] OpenOrMake(Guid round) => Read(PathOf(round), () => RandomNumberGenerator.GetBytes(32));

    /// <summary>A secret key that is no round's, made now if nobody made it before.</summary>
    /// <param name="purpose">What it is for, in small letters.</param>
    public byte[] OpenOrMake(string purpose) => Read(Path.Combine(folder, $"{purpose}.key"), () => RandomNumberGenerator.GetBytes(32));

    public byte[] Open(Guid round) => File.ReadAllBytes(PathOf(round));

    /// <summary>Whether the round's secret key is still here.</summary>
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

    /// <summary>Takes both keys of a rehearsal away.</summary>
    public void Forget(Guid rehearsal)
    {
        Destroy(rehearsal);
        File.Delete(Path.Combine(folder, $"{rehearsal}.signer"));
    }

    /// <summary>What may be known of a key, to see that the right one lies in the folder.</summary>
    public static byte[] Checksum(byte[] key) => SHA256.HashData([.. "pb/1/key-checksum\0"u8, .. key]);

    /// <summary>The key that signs the round's log, made now if nobody made it before.</summary>
    public ECDsa OpenOrMakeSigner(Guid round)
    {
        var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(Read(Path.Combine(folder, $"{round}.signer"), NewSigner), out _);
        return signer;
    }

    static byte[] NewSigner()
    {
        using var signer = LogKey.New();
        return signer.ExportPkcs8PrivateKey();
    }

    byte[] Read(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
            Write(path, make());
        return File.ReadAllBytes(path);
    }

    void Write(string path, byte[] key)
    {
        Directory.CreateDirectory(folder);
        var draft = path + $".{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        using (var file = File.Create(draft))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(key);
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Never over an existing key: of two processes that come at once, the first one's key stays.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    string PathOf(Guid round) => Path.Combine(folder, $"{round}.key");
}
