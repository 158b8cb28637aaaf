using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Approvals;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Web.Roll;

namespace PB.Tests.Roll;

/// <summary>As large as it gets; only where PB_TEST_LARGE says yes, because it takes its time.</summary>
public sealed class LargeRollTests : RollTest
{
    const int People = 200_000, Bad = 500;

    [Fact]
    public async Task A_register_of_200_000_with_500_bad_lines_is_refused_whole_by_their_numbers_and_without_them_taken_in()
    {
        SkipUnlessLarge();
        await OpenAsync(Proofs.Register);
        var wrong = Enumerable.Range(0, Bad).Select(i => 17 + i * 397).ToHashSet();
        var by = new Officer(await WithDbAsync(db => db.Users.Where(person => person.Name == "Maya Okoro").Select(person => person.Id).SingleAsync()), Role.NeighbourhoodManager);

        var (refused, seconds) = await ReadAsync(by, Lines(wrong));
        Assert.Equal(wrong.Select(index => index + 2).Order(), refused.Report.BadLines.Select(mistake => mistake.Line));
        Assert.Null(refused.Request);
        Assert.Equal((0L, 0L), (await AskOwnerAsync<long>("select count(*) from register.people"), await AskOwnerAsync<long>("select count(*) from register.imports")));

        var (taken, more) = await ReadAsync(by, Lines([]));
        Assert.Equal((People, (long)People), (taken.Report.People, await AskOwnerAsync<long>("select count(*) from register.people")));
        var dump = await DumpAsync();
        Assert.All(new[] { "Person199999", "Family4711", "1990-03-27", "Long Street" }, told => Assert.DoesNotContain(told, dump, StringComparison.OrdinalIgnoreCase));
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"200,000 with 500 bad lines: {seconds:0.0} s; taken in: {more:0.0} s"));
        await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "pb-register-times.txt"), string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} {more:0.0}\n"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Five_thousand_letters_are_one_file_whose_every_square_can_be_read()
    {
        SkipUnlessLarge();
        await OpenAsync(Proofs.Letter);
        await using var scope = Hall.Services.CreateAsyncScope();
        var codes = Enumerable.Range(0, LetterCodes.MostInABatch).Select(_ => CodeText.New()).ToList();
        var watch = Stopwatch.StartNew();

        var pdf = scope.ServiceProvider.GetRequiredService<LetterPress>().Print(Round, new CodeBatch(Round.Id, CodeKind.Letter, "Mill Lane", codes.Count, Clock.GetUtcNow()), codes, textTo: null);

        var seconds = watch.Elapsed.TotalSeconds;
        Assert.Equal(codes, PdfLetters.PagesOf(pdf).Select(page => Square.Read(page).Split("?c=")[1]));
        await File.WriteAllBytesAsync(Path.Combine(Path.GetTempPath(), "pb-letters.pdf"), pdf, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "pb-letters-times.txt"), string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {pdf.Length} bytes\n"), TestContext.Current.CancellationToken);
    }

    static void SkipUnlessLarge() => Assert.SkipUnless(Environment.GetEnvironmentVariable("PB_TEST_LARGE") is "yes", "PB_TEST_LARGE=yes runs it.");

    async Task<(RegisterOutcome Outcome, double Seconds)> ReadAsync(Officer by, string lines)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(lines));
        var watch = Stopwatch.StartNew();
        var outcome = await scope.ServiceProvider.GetRequiredService<Register>().ImportAsync(Round, file, by, TestContext.Current.CancellationToken);
        return (outcome, watch.Elapsed.TotalSeconds);
    }

    static string Lines(HashSet<int> wrong) => Register([.. Enumerable.Range(0, People).Select(index => wrong.Contains(index)
        ? $"Person{index} Family{index % 5000},1990-13-27,MB1 1AA,{index} Long Street,"
        : string.Create(CultureInfo.InvariantCulture, $"Person{index} Family{index % 5000},{new DateOnly(1930, 1, 1).AddDays(index % 25_000):yyyy-MM-dd},MB1 1A{(index % 2 == 0 ? 'A' : 'B')},{index} Long Street,"))]);
}
