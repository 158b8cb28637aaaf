using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Sms;
using PB.Tests.Sms;
using PB.Tests.Town;

namespace PB.Tests.Roll;

public sealed class LetterCodeTests : RollTest
{
    [Fact]
    public async Task Codes_come_out_once_as_letters_whose_squares_lead_to_the_ballot_and_each_is_one_vote_without_an_account()
    {
        await OpenAsync(Proofs.Letter);
        var letters = await LettersAsync("Mill Lane", 12);
        var links = letters.Select(Square.Read).ToList();
        var codes = letters.Select(PdfLetters.CodeIn).ToList();

        Assert.Equal(12, codes.Distinct().Count());
        Assert.All(links.Zip(codes), pair => Assert.EndsWith($"/code?c={pair.Second}", pair.First, StringComparison.Ordinal));
        var dump = await DumpAsync();
        Assert.All(codes, code => Assert.DoesNotContain(code, dump, StringComparison.Ordinal));

        var browser = Visitor();
        var page = await browser.OpenAsync(new Uri(links[0]).PathAndQuery);
        Assert.Equal(codes[0], page.Document.QuerySelector("#Code")!.GetAttribute("value"));
        Assert.Equal(0, await WithDbAsync(db => db.LetterCodes.CountAsync(code => code.VoterId != null)));
        page = await browser.PressAsync(page, "Go to my ballot");
        Assert.Equal(Ballot, page.Path);
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, 1)).Heading);
        Assert.Equal("letter", await AskOwnerAsync<string>("select class from ballotbox.inbox"));

        var again = await EnterAsync(Visitor(), codes[0].ToLowerInvariant().Replace('-', ' '));
        Assert.Equal("Your ballot is in", again.Heading);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await EnterAsync(Visitor(), codes[1])));
        Assert.Equal(2, await WithDbAsync(db => db.Voters.CountAsync(voter => voter.PersonId == null)));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from register.mark"));
    }

    [Fact]
    public async Task A_code_votes_by_text_as_on_the_web_and_from_one_phone_only()
    {
        await OpenAsync(Proofs.Letter);
        await using var town = TextTown.In(Hall);
        await ChangeAsync(db => Task.FromResult(TextTown.Answer(db, "+447700900900", Round.Id, Clock.GetUtcNow())));
        var letter = (await LettersAsync("Mill Lane", 1))[0];
        Assert.Contains("Or text VOTE", letter, StringComparison.Ordinal);
        var code = PdfLetters.CodeIn(letter);
        (string Phone, string Body)[] texts =
        [
            ("+447700900104", $"VOTE 2 CODE {code[..^1]}{(code[^1] == 'A' ? 'B' : 'A')}"), ("+447700900104", $"vote 2 {code.ToLowerInvariant()}"), ("+447700900104", "VOTE 1"), ("+447700900105", $"VOTE 3 {code}"),
        ];
        for (var i = 0; i < texts.Length; i++)
            await town.TextAsync($"SM{i}", texts[i].Phone, "+447700900900", texts[i].Body);

        Assert.Equal(["BAD_CODE", "SAVED", "CHANGED", "CODE_USED"], await WithDbAsync(db => db.Set<InboundText>().OrderBy(text => text.MessageSid).Select(text => text.Reply!).ToArrayAsync()));
        Assert.Equal("letter 1", await AskOwnerAsync<string>("select string_agg(distinct class, ' ') || ' ' || count(distinct tag) from ballotbox.inbox"));
        Assert.Equal("Your ballot is in", (await EnterAsync(Visitor(), code)).Heading);
    }

    [Fact]
    public async Task Two_codes_on_one_device_count_both_and_a_code_rests_after_twelve_hours_or_when_it_is_put_away()
    {
        await OpenAsync(Proofs.Letter);
        var codes = (await LettersAsync("Mill Lane", 2)).Select(PdfLetters.CodeIn).ToList();
        var browser = Visitor();
        await EnterAsync(browser, codes[0]);
        var receipt = await VoteAsync(browser, 1);
        await browser.PressAsync(receipt, "Put the code away");
        Assert.StartsWith("/sign-in", (await browser.OpenAsync($"{Ballot}/receipt")).Path, StringComparison.Ordinal);
        await EnterAsync(browser, codes[1]);
        await VoteAsync(browser, 2);
        Assert.Equal(2L, await AskOwnerAsync<long>("select count(*) from register.mark"));

        await MoveToAsync(Opening.AddHours(12));
        Assert.StartsWith("/sign-in", (await browser.OpenAsync($"{Ballot}/receipt")).Path, StringComparison.Ordinal);
        Assert.Equal("Your ballot is in", (await EnterAsync(browser, codes[1])).Heading);
    }

    [Theory]
    [InlineData("", "A code has 12 letters and numbers. Check that none is missing")]
    [InlineData("7K3M-Q9TX-H2V", "A code has 12 letters and numbers. Check that none is missing")]
    [InlineData("0O1I-Q9TX-H2VD", "One character is wrong, or two have changed places. A code never has 0, 1, I, L or O")]
    public async Task What_cannot_be_a_code_is_told_apart_from_what_is_none(string typed, string sentence)
    {
        Assert.Equal([sentence], (await EnterAsync(Visitor(), typed)).Errors);
        Assert.Equal(["This code cannot be used. It may be of another website, or it was made void. Ask the people who gave it to you"], (await EnterAsync(Visitor(), CodeText.New())).Errors);
    }

    [Fact]
    public async Task A_lost_letter_is_made_void_with_a_reason_and_what_was_cast_with_it_stays()
    {
        await OpenAsync(Proofs.Letter);
        var codes = (await LettersAsync("Mill Lane", 4)).Select(PdfLetters.CodeIn).ToList();
        var voter = Visitor();
        await EnterAsync(voter, codes[1]);
        await VoteAsync(voter, 1);
        var path = (await Maya.OpenAsync($"{Voters}/codes")).Document.QuerySelector("a[href$='/void/new']")!.GetAttribute("href")!;
        Assert.Equal(["Write numbers from 1 to 4, like 12, 14-20", "Write why"], (await Maya.PressAsync(await Maya.OpenAsync(path), "Make them void", ("Numbers", "3-9"))).Errors.Order());

        var page = await Maya.PressAsync(await Maya.OpenAsync(path), "Make them void", ("Numbers", "2, 4"), ("Reason", "A bag was lost."));

        Assert.Contains("Some were used before: their ballots stay in.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["This code cannot be used. It may be of another website, or it was made void. Ask the people who gave it to you"], (await EnterAsync(Visitor(), codes[3])).Errors);
        Assert.StartsWith("/sign-in", (await voter.OpenAsync($"{Ballot}/receipt")).Path, StringComparison.Ordinal);
        Assert.Equal(Ballot, (await EnterAsync(Visitor(), codes[0])).Path);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task A_class_votes_with_slips_that_name_nobody()
    {
        await OpenAsync(Proofs.School);
        var sheets = await LettersAsync("Eastfield Primary, class 4B", 12);
        var codes = sheets.SelectMany(PdfLetters.CodesIn).ToList();
        Assert.Equal((2, 12), (sheets.Count, codes.Distinct().Count()));
        Assert.All(sheets, sheet => Assert.Contains("Eastfield Primary, class 4B", sheet, StringComparison.Ordinal));
        var pupil = Visitor();
        await EnterAsync(pupil, codes[2]);

        Assert.Equal("Your ballot is in", (await VoteAsync(pupil, 2)).Heading);
        Assert.Equal(("school", null), (await AskOwnerAsync<string>("select assurance from register.mark"), await WithDbAsync(db => db.RollEntries.Select(entry => entry.Age).SingleAsync())));
        Assert.Contains("Used: fewer than 10.", (await Maya.OpenAsync($"{Voters}/codes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_in_person_gets_a_code_and_is_nobody_elses_second_vote()
    {
        await OpenAsync(Proofs.Desk | Proofs.Declaration);
        var amina = await SignedInAsync(await ResidentAsync());
        await DeclareAsync(amina, "Amina Yusuf", "1990-03-27");
        await VoteAsync(amina, 1);
        Assert.StartsWith("This person takes part already", Assert.Single((await VouchAsync("Yusuf Amina", "27.3.1990")).Errors), StringComparison.Ordinal);

        var page = await VouchAsync("Bryn Parry", "1980-01-01");
        var code = page.Document.QuerySelector("code")!.TextContent;
        Assert.DoesNotContain(code, await DumpAsync(), StringComparison.Ordinal);
        var bryn = Visitor();
        Assert.Equal(Ballot, (await EnterAsync(bryn, code)).Path);
        await VoteAsync(bryn, 2);

        page = await DeclareAsync(await SignedInAsync(await ResidentAsync("Bryn Parry")), "Bryn Parry", "1980-01-01");
        Assert.Contains("Somebody takes part as this person already.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["declared", "desk"], await AskOwnerAsync<string[]>("select array_agg(class order by class) from ballotbox.inbox"));
    }

    [Fact]
    public async Task At_the_desk_a_postcode_in_two_neighbourhoods_asks_as_the_page_does()
    {
        await OpenAsync(Proofs.Desk | Proofs.Declaration);
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods values ({Round.Id}, {mill.Id})"));
        await ChangeAsync(async db => db.Add(new Appointment(await db.Users.Where(person => person.Name == "Maya Okoro").Select(person => person.Id).SingleAsync(), mill.Id)));

        var page = await VouchAsync("Bryn Parry", "1980-01-01");
        Assert.Equal(["This postcode lies in more than one neighbourhood of this round. Ask the person in which one they want to vote"], page.Errors);
        page = await Maya.PressAsync(page, "Give them a code", ("Area", $"{mill.Id}"), ("HasSeen", "true"));

        var bryn = Visitor();
        await EnterAsync(bryn, page.Document.QuerySelector("code")!.TextContent);
        await VoteAsync(bryn, 2);
        Assert.Equal(mill.Id.ToString(), await AskOwnerAsync<string>("select area from ballotbox.inbox"));
    }

    [Fact]
    public async Task A_ballot_that_was_cast_with_a_code_is_left_out_by_that_code_and_two_people()
    {
        await OpenAsync(Proofs.Letter);
        var codes = (await LettersAsync("Mill Lane", 2)).Select(PdfLetters.CodeIn).ToList();
        var thief = Visitor();
        await EnterAsync(thief, codes[0]);
        await VoteAsync(thief, 1);
        var ask = await Maya.OpenAsync("/rounds/eastfield-2027/requests/new?act=AnnulBallot");
        (string, string?)[] why = [("Form.Because", "Fraud"), ("Form.Reason", "The letter was stolen.")];
        Assert.Equal(["Write the address of the voter, or the code that they voted with: one of the two"], (await Maya.PressAsync(ask, "Ask a second person", why)).Errors);
        Assert.Empty((await Maya.PressAsync(ask, "Ask a second person", why)).LostErrors);
        Assert.Equal(["Nobody has voted in this round with this code"], (await Maya.PressAsync(ask, "Ask a second person", [.. why, ("Form.Code", codes[1])])).Errors);

        var page = await Maya.PressAsync(ask, "Ask a second person", [.. why, ("Form.Code", codes[0].ToLowerInvariant())]);
        var second = await SignedInAsync(await PersonAsync("Noor Abadi", Role.Administrator));
        await second.PressAsync(await second.OpenAsync(page.Path), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I rang the post."));

        await MoveToAsync(Closing);
        await CountAsync();
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from ballotbox.counted((select id from rnd.round))"));
        Assert.DoesNotContain(codes[0], await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_several_ways_a_code_also_asks_who_it_is_and_one_person_has_one_vote()
    {
        await OpenAsync(Proofs.Letter | Proofs.Register);
        await RegisterAsync("Amina Yusuf,1990-03-27,MB1 1AA");
        var code = (await LettersAsync("Mill Lane", 1)).Select(PdfLetters.CodeIn).Single();
        var amina = await SignedInAsync(await ResidentAsync());
        await MatchAsync(amina, "Amina Yusuf", "1990-03-27");
        await VoteAsync(amina, 1);

        var visitor = Visitor();
        await EnterAsync(visitor, code);
        Assert.Contains("Your code is good.", (await ChooseAsync(visitor, 2)).Text, StringComparison.Ordinal);
        var page = await DeclareAsync(visitor, "Amina Yusuf", "1990-03-27");
        Assert.Contains("Somebody takes part as this person already.", page.Text, StringComparison.Ordinal);
        await DeclareAsync(visitor, "Bryn Parry", "1980-01-01");
        Assert.Equal("Your ballot is in", (await VoteAsync(visitor, 2)).Heading);
        Assert.Equal(["letter", "register"], await AskOwnerAsync<string[]>("select array_agg(class order by class) from ballotbox.inbox"));
    }

    async Task<IReadOnlyList<string>> LettersAsync(string name, int size)
    {
        var page = await Maya.OpenAsync($"{Voters}/codes/new");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Kind"] = page.Document.QuerySelector("[name=Kind]")!.GetAttribute("value")!,
            ["Name"] = name,
            ["Size"] = $"{size}",
        });
        var response = await Maya.Client.PostAsync(new Uri($"{Voters}/codes", UriKind.Relative), form);
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "no-store"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.ToString()));
        return PdfLetters.PagesOf(await response.Content.ReadAsByteArrayAsync());
    }

    static async Task<Page> EnterAsync(Browser browser, string code) =>
        await browser.PressAsync(await browser.OpenAsync("/code"), "Go to my ballot", ("Code", code));

    static async Task<Page> DeclareAsync(Browser browser, string name, string bornOn) =>
        await browser.PressAsync(await browser.OpenAsync($"{Roll}/declaration"), "Save and go on", ("Name", name), ("BornOn", bornOn), ("Postcode", "MB1 1AA"), ("IsTrue", "true"));

    async Task<Page> VouchAsync(string name, string bornOn) =>
        await Maya.PressAsync(await Maya.OpenAsync($"{Voters}/desk"), "Give them a code", ("Name", name), ("BornOn", bornOn), ("Postcode", "MB1 1AA"), ("Shown", "passport"), ("HasSeen", "true"));
}
