using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.Tests.Grants.Meetings;

namespace PB.Tests.Grants;

public sealed class PlainWordsTests : MeetingTest
{
    const int TenYears = 5, FewWords = 40;

    protected override int Promised => 1;

    [Fact]
    public async Task Young_peoples_pages_are_written_for_ten_year_olds()
    {
        var pitch = (await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000)))[0];
        var gus = await WithDbAsync(db => db.PanelMembers.Where(one => one.DisplayName == "Gus R").Select(one => one.Id).SingleAsync());
        await ChangeAsync(db => db.AddAsync(new Removal(gus, "He told others what we had marked.", People["Yara"].Id, Clock.GetUtcNow())).AsTask());
        var (seen, own) = (new List<string[]>(), $"/applications/{pitch.Id}");
        foreach (var (name, path) in new[]
        {
            ("Ade", FundPath), ("Ade", CallPath), ("Ade", $"{CallPath}/criteria"), ("Ade", $"{CallPath}/reading"), ("Ade", $"{CallPath}/reading/{pitch.Ref}"), ("Ade", $"{CallPath}/pack"), ("Ade", $"{CallPath}/marking"),
            ("Ade", $"{CallPath}/marking/{pitch.Ref}"), ("Ade", $"{CallPath}/marking/{pitch.Ref}/1"), ("Ade", $"{CallPath}/marks"), ("Ade", $"{CallPath}/meetings/anyway"), ("Ade", PanelPath), ("Ade", $"{PanelPath}/my-place"),
            ("Bo", $"{PanelPath}/removals"), ("Gus", $"{PanelPath}/removals"), ("Bo", $"{PanelPath}/practices"), ("Bo", $"{FundPath}/applications/{pitch.Ref}/visits"), ("Bo", $"{FundPath}/worries/new"), ("Lea", own), ("Lea", $"{CallPath}/applications/new"),
        })
        {
            var page = await (await PhoneAsync(name)).OpenAsync(path);
            Assert.True(page.Status is HttpStatusCode.OK, $"{name} at {path}: {page.Status}");
            var sentences = PlainWords.SentencesOf(page);
            seen.AddRange(sentences);
            // A few words alone say nothing of how hard a page is; they count with all the others.
            if (sentences.Sum(sentence => sentence.Length) >= FewWords)
                Assert.True(PlainWords.YearOf(sentences) <= TenYears, $"{path} needs {PlainWords.YearOf(sentences):0.0} years of school:\n{string.Join('\n', sentences.OrderByDescending(words => PlainWords.YearOf([words])).Take(5).Select(words => string.Join(' ', words)))}");
        }

        Assert.InRange(PlainWords.YearOf(seen), -3, TenYears);
    }
}
