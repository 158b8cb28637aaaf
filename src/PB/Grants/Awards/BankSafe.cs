using System.Text.Json;

namespace PB.Grants.Awards;

/// <summary>Seals and opens bank details. What was opened is written in the journal by whoever asks for it.</summary>
public sealed class BankSafe(GrantKeys keys)
{
    public byte[] Seal(BankDetails details) => keys.Seal(JsonSerializer.Serialize(details));

    public BankDetails Open(BankAccount account) =>
        JsonSerializer.Deserialize<BankDetails>(keys.Open(account.Sealed)) ?? throw new InvalidOperationException("There is nothing in it.");
}
