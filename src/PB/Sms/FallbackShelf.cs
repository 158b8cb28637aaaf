using System.Text.Json;

namespace PB.Sms;

/// <summary>Texts that came while the database could not be asked: a file each, under a key, until a job has dealt with them.</summary>
public sealed class FallbackShelf(SmsSettings settings, TextKeys keys)
{
    public async Task KeepAsync(IncomingText text)
    {
        Directory.CreateDirectory(settings.FallbackFolder);
        var path = Path.Combine(settings.FallbackFolder, $"{Convert.ToHexStringLower(keys.Fingerprint("file", text.MessageSid))}.text");
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.draft";
        await File.WriteAllBytesAsync(draft, keys.Seal(JsonSerializer.Serialize(text)));
        File.Move(draft, path, overwrite: true);
    }

    public IEnumerable<string> Files() => Directory.Exists(settings.FallbackFolder) ? Directory.EnumerateFiles(settings.FallbackFolder, "*.text").Order(StringComparer.Ordinal) : [];

    public async Task<IncomingText> ReadAsync(string file, CancellationToken cancel) =>
        JsonSerializer.Deserialize<IncomingText>(keys.Open(await File.ReadAllBytesAsync(file, cancel)))!;
}
