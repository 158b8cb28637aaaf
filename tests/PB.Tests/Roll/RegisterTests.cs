using Microsoft.EntityFrameworkCore;
using PB.Roll;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Roll;

public sealed class RegisterTests : RollTest
{
    [Fact]
    public async Task A_register_is_tried_out_refused_whole_with_the_numbers_of_its_bad_lines_and_then_taken_in_as_hashes_by_two_people()
    {
        await OpenAsync(Proofs.Register);
        var path = $"{Voters}/register";
        var page = await UploadAsync(Maya, path, path, Register("Amina Yusuf,1990-03-27,MB1 1AA,4 Sycamore Row,77-W", "Bryn Parry,31/2/1980,MB1 1AA", ",1.2.1980,MB1 1AA", "Cleo Hart,1980-02-01,MB1",
            "Dara Quinn", "YUSUF Amína,27 March 1990,mb11aa", "Zeno Moss,1975-05-05,XY9 9ZZ"));
        Assert.Equal("Nothing was taken in", Heading(page));
        Assert.Equal(
            ["Line 3: there is no date of birth, like 1990-03-27 or 27/03/1990", "Line 4: there is no name", "Line 5: there is no whole postcode", "Line 6: there are fewer cells than in the heading", "Line 7: the same person as in line 2"],
            page.Document.QuerySelectorAll("main ul.govuk-list:not(.govuk-list--bullet) li").Select(li => li.TextContent.Trim()));
        page = await UploadAsync(Maya, path, path, Register("Amina Yusuf,1990-03-27,MB1 1AA"), ("Trial", "true"));
        Assert.Equal("This register could be taken in", Heading(page));
        Assert.Equal((0L, 0L), (await AskOwnerAsync<long>("select count(*) from register.people"), await AskOwnerAsync<long>("select count(*) from register.imports")));

        await RegisterAsync("Amina Yusuf,1990-03-27,MB1 1AA,4 Sycamore Row,77-W", "Zeno Moss,1975-05-05,XY9 9ZZ");

        var import = await WithDbAsync(db => db.RegisterImports.SingleAsync());
        Assert.Equal((1, 1, Clock.GetUtcNow()), (import.People, import.Elsewhere, import.AppliedAt));
        var browser = await SignedInAsync(await ResidentAsync("Somebody Else"));
        page = await MatchAsync(browser, "yusuf, amina", "27 3 1990");
        Assert.Equal("Choose your projects", Heading(page));
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, 1)).Heading);
        Assert.Equal("register", await AskOwnerAsync<string>("select class from ballotbox.inbox"));
        var dump = await DumpAsync();
        Assert.All(new[] { "Amina", "Yusuf", "1990-03-27", "27 March", "Sycamore", "77-W", "Zeno", "Moss", "1975-05-05" },
            told => Assert.DoesNotContain(told, dump, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_register_in_which_nobody_is_new_asks_for_no_second_person()
    {
        await OpenAsync(Proofs.Register);
        await RegisterAsync("Amina Yusuf,1990-03-27,MB1 1AA");

        foreach (var line in (string[])["Zeno Moss,1975-05-05,XY9 9ZZ", "Amina Yusuf,1990-03-27,MB1 1AA"])
        {
            var page = await UploadAsync(Maya, $"{Voters}/register", $"{Voters}/register", Register(line));
            Assert.Equal("Nothing was taken in", Heading(page));
            Assert.Contains("Nobody in the file is new to this round", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await WithDbAsync(db => db.RegisterImports.CountAsync()));
    }

    [Fact]
    public async Task A_register_that_only_one_person_wants_counts_for_nobody()
    {
        await OpenAsync(Proofs.Register);
        await UploadAsync(Maya, $"{Voters}/register", $"{Voters}/register", Register("Amina Yusuf,1990-03-27,MB1 1AA"));

        var page = await MatchAsync(await SignedInAsync(await ResidentAsync()), "Amina Yusuf", "1990-03-27");

        Assert.Contains("The register has nobody with this name, birthday and postcode.", page.Text, StringComparison.Ordinal);
        Assert.Equal("PB006", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => AskWebAsync("update register.imports set applied_at = now()"))).SqlState);
    }

    [Fact]
    public async Task Whoever_moved_is_found_by_number_and_who_guesses_is_stopped()
    {
        await OpenAsync(Proofs.Register);
        await RegisterAsync("Amina Yusuf,1990-03-27,MB1 1AA,,77-W");
        var amina = await SignedInAsync(await ResidentAsync());
        Assert.Equal("Choose your projects", Heading(await MatchAsync(amina, "Amina Okoro", "1990-03-27", "MB1 1AB", "77w")));

        var guesser = await SignedInAsync(await ResidentAsync("Cleo Hart"));
        for (var i = 0; i < RollBook.MostTries; i++)
            Assert.Contains("Vote, and let two people decide", (await MatchAsync(guesser, "Bryn Parry", $"1980-01-{i + 1:00}")).Text, StringComparison.Ordinal);
        Assert.Equal(["You have looked 10 times today. Try again tomorrow, or ask us for help"], (await MatchAsync(guesser, "Bryn Parry", "1980-01-20")).Errors);
        await MoveToAsync(Opening.AddDays(1));
        Assert.Empty((await MatchAsync(guesser, "Bryn Parry", "1980-01-20")).Errors);
    }

    [Fact]
    public async Task The_operator_tries_a_register_out_at_the_command_line()
    {
        await OpenAsync(Proofs.Register);
        var file = Path.Combine(KeyFolder, "register.csv");
        await File.WriteAllTextAsync(file, Register("Amina Yusuf,1990-03-27,MB1 1AA", "Bryn Parry,1980-13-01,MB1 1AA"), TestContext.Current.CancellationToken);

        var (exit, output, errors) = await SiteProcess.RunAsync(Database, KeyFolder, [], "register", "import", file, "--round", "eastfield-2027", "--dry-run");

        Assert.Equal((1, "Line 3: there is no date of birth\nNothing was taken in.\n"), (exit, errors));
        Assert.StartsWith("New people: 1. There before: 0. Outside the round’s area: 0. Wrong lines: 1.", output, StringComparison.Ordinal);
    }

    async Task AskWebAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Database.Web);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
