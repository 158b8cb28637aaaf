using System.Text;
using System.Text.Json;
using PB.Grants.Awards;
using PB.Tally;
using PB.Tests.SecondOpinions;

namespace PB.Tests.Grants.Awards;

public sealed class GivingFileTests
{
    static readonly DateTimeOffset Now = new(2027, 7, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly OpenFunder Funder = new("Marlbridge Council", "GB-LAE-MBR", "360G-marlbridge", new Uri("https://pb.example.org/grants/youth-fund/awards"));

    [Fact]
    public void Without_a_grant_there_is_no_file() => Assert.Null(GivingFile.Write(Funder, [], Now));

    [Fact]
    public void A_file_of_twelve_grants_has_each_once_and_all_of_the_money()
    {
        var file = GivingFile.Write(Funder, [.. Enumerable.Range(1, 12).Select(Grant)], Now)!;
        using var read = JsonDocument.Parse(file);
        var grants = read.RootElement.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 12).Sum(number => 100m + (number / 100m)), grants.Sum(grant => grant.GetProperty("amountAwarded").GetDecimal()));
        var person = Assert.Single(grants, grant => grant.TryGetProperty("recipientIndividual", out _));
        Assert.Equal("Individual Recipient", person.GetProperty("recipientIndividual").GetProperty("name").GetString());
        Assert.False(person.TryGetProperty("recipientOrganization", out _));
    }

    [Fact]
    public async Task The_published_schema_accepts_the_file_but_not_without_a_title_nor_with_two_recipients()
    {
        var text = Encoding.UTF8.GetString(GivingFile.Write(Funder, [.. Enumerable.Range(1, 12).Select(Grant)], Now)!);
        Assert.Empty(await GivingSchema.FaultsAsync(Encoding.UTF8.GetBytes(text)));
        foreach (var (part, instead) in ((string, string)[])
            [("\"title\": \"Grant 1\",", ""), ("\"fromOpenCall\"", "\"recipientOrganization\": [{\"id\": \"GB-CHC-1\", \"name\": \"Club\"}], \"fromOpenCall\"")])
            Assert.NotEmpty(await GivingSchema.FaultsAsync(Encoding.UTF8.GetBytes(text.Replace(part, instead, StringComparison.Ordinal))));
    }

    // The first goes to one person.
    static OpenGrant Grant(int number) => new($"YF27-{number:0000}", $"Grant {number}", "A thing for young people")
    {
        Awarded = new Money(100_00 + number),
        Applied = new Money(200_00),
        DecidedOn = new DateOnly(2027, 6, 20),
        Organisation = number == 1 ? null : new OpenRecipient($"GB-CHC-{number}", $"Club {number}"),
        RecipientCode = $"code{number}",
        Programme = new OpenProgramme("spring-2027", "Spring 2027"),
        Themes = ["Sport"],
        Areas = ["Eastfield"],
        Payments = [new OpenPayment(1, new DateOnly(2027, 6, 30), new Money(50_00))],
        ChangedAt = Now,
    };
}
