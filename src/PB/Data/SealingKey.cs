using System.Security.Cryptography;
using System.Text;

namespace PB.Data;

/// <summary>A key in a file of its own, made when it is first needed: what is sealed under it cannot be read from the database alone.</summary>
public sealed class SealingKey(string path)
{
    const int NonceLength = 12, TagLength = 16, KeyLength = 32;

    readonly Lazy<byte[]> key = new(() => ReadOrMake(path));

    public byte[] Bytes => key.Value;

    public byte[] Seal(string text) => Seal(key.Value, text);

    public string Open(byte[] sealedText) => Open(key.Value, sealedText);

    public static byte[] Seal(byte[] key, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(sealedText.AsSpan(0, NonceLength), plain, sealedText.AsSpan(NonceLength, plain.Length), sealedText.AsSpan(NonceLength + plain.Length));
        return sealedText;
    }

    public static string Open(byte[] key, byte[] sealedText)
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

    // First under another name: a second process must find a whole key or none.
    static void Write(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        using (var file = File.Create(draft))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
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
