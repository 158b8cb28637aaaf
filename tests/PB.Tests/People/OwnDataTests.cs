using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Proposals;
using PB.Roll;
using PB.Tally;
using PB.Tests.Ballots;
using PB.Tests.Sms;

namespace PB.Tests.People;

public sealed class OwnDataTests : BallotTest
{
    const string File = "/me/data/my-data.json";

    [Fact]
    public async Task The_file_has_all_that_is_held_about_me_and_neither_a_choice_nor_anything_of_somebody_else()
    {
        var round = await OpenRoundAsync();
        var (amina, bryn) = (await VoterAsync(), await VoterAsync("Bryn Parry", "MB1 1AB", 41));
        await VotedAsync(amina, 2);
        await using var town = TextTown.In(Hall);
        await town.LinkAsync(amina.Id, "+447700900101");
        await ChangeAsync(db =>
        {
            foreach (var (person, title) in new[] { (amina, "A bench by the pond"), (bryn, "A mural at the station") })
            {
                var idea = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                idea.BelongTo(person.Id, person.Name, person.Email!, null);
                idea.Write(title, $"So says {person.Name}.", new Money(100_00));
                db.AddRange(idea, new RoundFollower(round.Id, person.Id, Clock.GetUtcNow()), new Comment(idea.Id, null, person.Id, new CommentText(CommentKind.Question, $"Asked by {person.Name}", false, true), Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
        var browser = await SignedInAsync(amina);
        var page = await browser.OpenAsync((await browser.OpenAsync("/me")).Document.QuerySelector("a[href='/me/data']")!.GetAttribute("href")!);
        Assert.Contains("My ideas 1 entry", page.Text, StringComparison.Ordinal);
        Assert.Contains("What you chose on a ballot", page.Text, StringComparison.Ordinal);

        var answer = await browser.Client.GetAsync(new Uri(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative));

        Assert.Equal(("application/json", "my-data.json"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        var text = await answer.Content.ReadAsStringAsync();
        var file = JsonDocument.Parse(text).RootElement;
        Assert.Equal("amina-yusuf@example.org", file.GetProperty("My account")[0].GetProperty("e-mail address").GetString());
        Assert.Equal("MB11AA", file.GetProperty("Where I live")[0].GetProperty("postcode").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(["round", "you voted at", "by"], file.GetProperty("Rounds in which I voted")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("A bench by the pond", file.GetProperty("My ideas")[0].GetProperty("title").GetString());
        Assert.Equal("Asked by Amina Yusuf", file.GetProperty("What I wrote about ideas")[0].GetProperty("text").GetString());
        Assert.Equal(("+44 7*** ***101", 1, 1), (file.GetProperty("My phones")[0].GetProperty("number").GetString(), file.GetProperty("What I follow").GetArrayLength(), file.GetProperty("Mails to me").GetArrayLength()));
        Assert.DoesNotContain("Bryn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mural", text, StringComparison.Ordinal);
        Assert.DoesNotContain("447700900101", text, StringComparison.Ordinal);
        var receipt = await AskOwnerAsync<string>("select encode(leaf_hash, 'hex') from ballotbox.inbox");
        Assert.DoesNotContain(receipt, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_has_it_and_staff_who_take_theirs_stand_in_the_journal()
    {
        foreach (var path in (string[])["/me/data", File])
            Assert.StartsWith("/sign-in", (await Visitor().OpenAsync(path)).Path, StringComparison.Ordinal);
        var officer = await SignedInAsync(await OfficerAsync());

        var file = await officer.OpenAsync(File);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Downloaded their own data")));
    }

    [Fact]
    public async Task Every_column_that_leads_to_a_person_is_in_the_file_or_left_out_for_a_reason()
    {
        var leading = await AskOwnerAsync<string[]>("""
            select array_agg(c.conrelid::regclass::text || '.' || a.attname) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'f' and c.confrelid in ('people'::regclass, 'register.voters'::regclass)
            """);

        Assert.InRange(leading.Length, 100, int.MaxValue);
        Assert.Equal(leading.Order(StringComparer.Ordinal), OwnDataSheets.Columns.Concat(OwnDataLeftOut.All.Values.SelectMany(columns => columns)).Order(StringComparer.Ordinal));
    }
}
