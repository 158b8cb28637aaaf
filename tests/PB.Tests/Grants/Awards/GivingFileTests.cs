using System.Text.Json;
using PB.Grants.Awards;
using PB.Tally;

namespace PB.Tests.Grants.Awards;

public sealed class GivingFileTests
{
    static readonly DateTimeOffset Now = new(2027, 7, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly OpenFunder Funder = new("Marlbridge Council", "GB-LAE-MBR", "360G-marlbridge", new Uri("https://pb.example.org/grants/youth-fund/awards"));

    [Fact]
    public void Without_a_grant_there_is_no_file() => Assert.Null(GivingFile.Write(Funder, [], Now));

    [Fact]
    public void A_file_of_twelve_grants_is_as_the_standard_wants_it()
    {
        var file = GivingFile.Write(Funder, [.. Enumerable.Range(1, 12).Select(Grant)], Now)!;
        Assert.Empty(GivingSchema.FaultsOf(file));

        using var read = JsonDocument.Parse(file);
        var grants = read.RootElement.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 12).Sum(number => 100m + (number / 100m)), grants.Sum(grant => grant.GetProperty("amountAwarded").GetDecimal()));
        var person = Assert.Single(grants, grant => grant.TryGetProperty("recipientIndividual", out _));
        Assert.Equal("Individual Recipient", person.GetProperty("recipientIndividual").GetProperty("name").GetString());
        Assert.False(person.TryGetProperty("recipientOrganization", out _));
    }

    [Fact]
    public void The_check_finds_a_grant_that_names_a_contact_and_one_with_two_recipients()
    {
        var file = GivingFile.Write(Funder, [Grant(1)], Now)!;
        var text = System.Text.Encoding.UTF8.GetString(file);
        Assert.NotEmpty(GivingSchema.FaultsOf(System.Text.Encoding.UTF8.GetBytes(text.Replace("\"title\": \"Grant 1\",", "", StringComparison.Ordinal))));
        Assert.NotEmpty(GivingSchema.FaultsOf(System.Text.Encoding.UTF8.GetBytes(text.Replace(
            "\"fromOpenCall\"", "\"recipientOrganization\": [{\"id\": \"GB-CHC-1\", \"name\": \"Club\"}], \"fromOpenCall\"", StringComparison.Ordinal))));
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
