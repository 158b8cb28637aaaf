using PB.Tests.Town;

namespace PB.Tests.Sms;

public sealed class ReplayingTests
{
    static readonly string? Shared = new[] { Environment.GetEnvironmentVariable("PB_SMS"), Path.Combine(Server.Root, "..", "shared", "sms") }
        .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "fixture.json")));

    [Fact]
    public async Task Every_text_of_the_shared_conversations_is_answered_as_written()
    {
        Assert.SkipWhen(Shared is null, "There are no conversations beside this checkout; PB_SMS names their folder.");
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
