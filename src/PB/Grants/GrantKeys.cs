using PB.Data;

namespace PB.Grants;

/// <summary>The key under which days of birth and bank details lie.</summary>
public sealed class GrantKeys(string folder)
{
    readonly SealingKey key = new(Path.Combine(folder, "grants.key"));

    public byte[] Seal(string text) => key.Seal(text);

    public string Open(byte[] sealedText) => key.Open(sealedText);
}
