using System.Text.Json;
using System.Text.Json.Serialization;

namespace PB.Tests.Sms;

/// <summary>A conversation to play: rounds, numbers, people, and messages with what has to come of them.</summary>
sealed record FixtureFile(
    Dictionary<string, FixtureFile.RoundOfFile> Rounds,
    Dictionary<string, FixtureFile.NumberOfFile> Numbers,
    Dictionary<string, string> Codes,
    Dictionary<string, string> People,
    IReadOnlyList<FixtureFile.Step> Messages)
{
    static readonly JsonSerializerOptions Layout = new() { PropertyNameCaseInsensitive = true };

    public static FixtureFile Read(string path) => JsonSerializer.Deserialize<FixtureFile>(File.ReadAllText(path), Layout)!;

    public sealed record RoundOfFile(
        string Name, string Method, int K, long? Budget, int Age, string Auth, bool ConfirmFirst, DateTimeOffset Open, DateTimeOffset Close,
        Dictionary<string, ProjectOfFile> Projects)
    {
        public int? Kmin { get; init; }
    }

    public sealed record ProjectOfFile(string Title, long Cost, bool Withdrawn);

    public sealed record NumberOfFile(IReadOnlyList<string> Rounds, string OptOutMode);

    public sealed record Step(
        string Id, string Scenario, DateTimeOffset At, DateTimeOffset? ProviderReceivedAt, string Sid, [property: JsonPropertyName("frm")] string From, string To, string Body,
        string? OptOutType, int NumMedia, string StateBefore, string Reply, string? ReplyText, string StateAfter, Dictionary<string, int[]> BallotsOfSender);
}
