using System.Security.Cryptography;
using System.Text;
using PB.Ballots;
using PB.Data;

namespace PB.Sms;

/// <summary>The keys under which phone numbers and texts lie: two of the room's own beside the rounds' keys, and one made of each round's key, which goes when that goes.</summary>
public sealed class TextKeys(string folder, RoundKeys rounds)
{
    readonly SealingKey fingerprints = new(Path.Combine(folder, "texts-fingerprint.key"));
    readonly SealingKey seals = new(Path.Combine(folder, "texts-seal.key"));

    /// <summary>What stands for a number or a code: the same for the same, and of no use without the key.</summary>
    public byte[] Fingerprint(string kind, string text) => HMACSHA256.HashData(fingerprints.Bytes, Encoding.UTF8.GetBytes($"pb/1/{kind}\0{text}"));

    /// <summary>What the demonstration's telephone network signs with.</summary>
    public string SimulatorToken => Convert.ToHexStringLower(Fingerprint("simulator", "token"))[..32];

    public byte[] Seal(string text) => seals.Seal(text);

    public string Open(byte[] sealedText) => seals.Open(sealedText);

    /// <summary>Seals what says something about a vote: it can be opened as long as the round's key is there.</summary>
    public byte[] Seal(Guid round, string text) => SealingKey.Seal(KeyOf(rounds.OpenOrMake(round)), text);

    /// <summary>Null when the round's key was destroyed.</summary>
    public string? Open(Guid round, byte[] sealedText) => rounds.Has(round) ? SealingKey.Open(KeyOf(rounds.Open(round)), sealedText) : null;

    static byte[] KeyOf(byte[] roundKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, roundKey, 32, info: "pb/1/texts"u8.ToArray());
}
