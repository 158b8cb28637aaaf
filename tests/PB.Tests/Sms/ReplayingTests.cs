namespace PB.Tests.Sms;

public sealed class ReplayingTests
{
    // Not found by itself: it takes a minute, and ops/sms-replay plays the same.
    static readonly string? Shared = Environment.GetEnvironmentVariable("PB_SMS");

    [Fact]
    public async Task Every_text_of_the_shared_conversations_is_answered_as_written()
    {
        Assert.SkipWhen(Shared is null, "PB_SMS names no folder of conversations.");
        var replay = new Replay(FixtureFile.Read(Path.Combine(Shared!, "fixture.json")));
        await replay.RunAsync();
        Assert.Empty(replay.Mismatches);
    }

    /// <summary>ops/sms-replay FILE.</summary>
    [Fact(Explicit = true)]
    public async Task Play_a_file()
    {
        var file = FixtureFile.Read(Environment.GetEnvironmentVariable("PB_SMS_FIXTURE")!);
        var replay = new Replay(file);
        await replay.RunAsync();
        string[] report = [.. replay.Mismatches, $"{replay.Right} of {file.Messages.Count}"];
        await File.WriteAllLinesAsync(Environment.GetEnvironmentVariable("PB_SMS_REPORT")!, report);
        Assert.Equal(file.Messages.Count, replay.Right);
    }
}
