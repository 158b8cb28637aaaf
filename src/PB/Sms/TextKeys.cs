using System.Security.Cryptography;
using System.Text;
using PB.Ballots;

namespace PB.Sms;

/// <summary>The keys under which phone numbers and texts lie: two of the room's own beside the rounds' keys, and one made of each round's key, which goes when that goes.</summary>
public sealed class TextKeys(string folder, RoundKeys rounds)
{
    const int NonceLength = 12, TagLength = 16;

    readonly Lazy<byte[]> fingerprints = new(() => ReadOrMake(Path.Combine(folder, "texts-fingerprint.key")));
    readonly Lazy<byte[]> seals = new(() => ReadOrMake(Path.Combine(folder, "texts-seal.key")));

    /// <summary>What stands for a number or a code: the same for the same, and of no use without the key.</summary>
    public byte[] Fingerprint(string kind, string text) => HMACSHA256.HashData(fingerprints.Value, Encoding.UTF8.GetBytes($"pb/1/{kind}\0{text}"));

    /// <summary>What the demonstration's telephone network signs with.</summary>
    public string SimulatorToken => Convert.ToHexStringLower(Fingerprint("simulator", "token"))[..32];

    public byte[] Seal(string text) => Seal(seals.Value, text);

    public string Open(byte[] sealedText) => Open(seals.Value, sealedText);

    /// <summary>Seals what says something about a vote: it can be opened as long as the round's key is there.</summary>
    public byte[] Seal(Guid round, string text) => Seal(KeyOf(rounds.OpenOrMake(round)), text);

    /// <summary>Null when the round's key was destroyed.</summary>
    public string? Open(Guid round, byte[] sealedText) => rounds.Has(round) ? Open(KeyOf(rounds.Open(round)), sealedText) : null;

    static byte[] KeyOf(byte[] roundKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, roundKey, 32, info: "pb/1/texts"u8.ToArray());

    static byte[] Seal(byte[] key, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(sealedText.AsSpan(0, NonceLength), plain, sealedText.AsSpan(NonceLength, plain.Length), sealedText.AsSpan(NonceLength + plain.Length));
        return sealedText;
    }

    static string Open(byte[] key, byte[] sealedText)
    {
        var plain = new byte[sealedText.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(sealedText.AsSpan(0, NonceLength), sealedText.AsSpan(NonceLength, plain.Length), sealedText.AsSpan(NonceLength + plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    static byte[] ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            Write(path);
        return File.ReadAllBytes(path);
    }

    static void Write(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        using (var file = File.Create(draft))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
