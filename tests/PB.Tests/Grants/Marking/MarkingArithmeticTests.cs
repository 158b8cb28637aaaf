using System.Text.Json;
using PB.Grants.Marking;
using PB.Tally;
using PB.Tests.Faults;

namespace PB.Tests.Grants.Marking;

public sealed class MarkingArithmeticTests
{
    static readonly (string Name, int Weight)[] Criteria = [("need", 30), ("young-led", 30), ("value", 20), ("plan", 20)];

    // A: Ade 80, Bo 60 and so on, each name with an id of its own.
    static readonly Dictionary<string, Guid> Names = "A B C D Ade Bo Cas".Split(' ').Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => Id(pair.at));

    [Theory, InlineData("full"), InlineData("one_blank"), InlineData("two_blank")]
    public void A_card_is_worth_what_the_worked_numbers_say(string which)
    {
        var card = WorkedNumbers.Of("card").GetProperty(which);
        var marks = Criteria.Select(criterion => new WeighedMark(criterion.Weight, card.GetProperty("marks").GetProperty(criterion.Name) is { ValueKind: JsonValueKind.Number } mark ? mark.GetInt32() : null));
        decimal? worth = card.GetProperty("score") is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
        Assert.Equal(worth, CardValue.Of(marks)?.ToDecimal());
    }

    [Fact]
    public void Blanks_are_weighed_again_and_too_many_void_a_card()
    {
        Assert.Equal(new Fraction(74, 1), Card(4, 5, 3, 2));
        Assert.Equal(new Fraction(155, 2), Card(4, 5, null, 2));
        Assert.Null(Card(4, null, null, 2));
        Assert.Equal(100, Card(5, 5, 5, null));
        Assert.Equal(0, Card(0, 0, null, 0));
        Assert.NotNull(CardValue.Of([new(70, 3), new(30, null)]));
        Assert.Null(CardValue.Of([new(69, 3), new(31, null)]));
    }

    [Fact]
    public void Scenario_20_nine_cards_of_70_stand_above_ten_of_69()
    {
        var (a, b) = (Id(100), Id(101));
        var sheet = MarkSheet.Of([b, a], [.. Enumerable.Range(0, 9).Select(at => new CountedCard(a, Id(at), 70)), .. Enumerable.Range(0, 10).Select(at => new CountedCard(b, Id(at), 69))], adjust: false);
        Assert.Equal([a, b], sheet.Order);
        Assert.Equal([9, 10], sheet.Standings.Select(standing => standing.Cards));
    }

    [Theory, InlineData("lambda_3", 3), InlineData("lambda_0", 0)]
    public void Averages_are_adjusted_as_the_worked_numbers_say(string which, int pseudoCards)
    {
        var numbers = WorkedNumbers.Of("adjustment");
        var found = Adjustment.Of(CardsOf(numbers.GetProperty("cards")), pseudoCards)!;
        Assert.All(numbers.GetProperty(which).GetProperty("applications").EnumerateObject(), a => Assert.Equal(a.Value.GetDecimal(), Rounded(found.Applications[Names[a.Name]])));
        Assert.All(numbers.GetProperty(which).GetProperty("markers").EnumerateObject(), m => Assert.Equal(m.Value.GetDecimal(), Rounded(found.Habits[Names[m.Name]])));
    }

    [Fact]
    public void A_harsh_reader_changes_the_order_and_the_raw_averages_stay_beside_it()
    {
        var sheet = MarkSheet.Of(Of("A", "B", "C", "D"), Worked(), adjust: true);
        Assert.Equal(Of("B", "A", "D", "C"), sheet.Standings.Select(standing => standing.Application));
        Assert.Equal([77m, 70m, 69.33m, 61m], sheet.Standings.Select(standing => Rounded(standing.Raw!.Value.ToDecimal())));
        Assert.Equal(Of("B", "D", "A", "C"), sheet.Order);
        Assert.Equal([26, 20, 26, 2], sheet.Standings.Select(standing => (int)standing.Spread.Numerator));
        Assert.Equal(Of("B", "A", "D", "C"), MarkSheet.Of(Of("A", "B", "C", "D"), Worked(), adjust: false).Order);
    }

    [Fact]
    public void It_is_the_average_that_counts_and_never_the_total()
    {
        CountedCard[] cards = [.. Enumerable.Range(20, 9).Select(m => new CountedCard(Names["A"], Id(m), 70)), .. Enumerable.Range(20, 10).Select(m => new CountedCard(Names["B"], Id(m), 69))];
        Assert.Equal(Of("A", "B"), MarkSheet.Of(Of("B", "A"), cards, adjust: true).Order);
    }

    [Fact]
    public void Halves_without_a_shared_reader_are_not_adjusted()
    {
        CountedCard[] halves = [new(Names["A"], Names["Ade"], 80), new(Names["B"], Names["Ade"], 60), new(Names["C"], Names["Bo"], 50)];
        Assert.Null(MarkSheet.Of(Of("A", "B", "C"), halves, adjust: true).Adjustment);
        Assert.NotNull(MarkSheet.Of(Of("A", "B", "C"), [.. halves, new(Names["B"], Names["Bo"], 40)], adjust: true).Adjustment);
        Assert.Null(MarkSheet.Of(Of("A"), [], adjust: true).Adjustment);
    }

    [Fact]
    public void Whatever_the_cards_the_adjusted_averages_solve_their_equations_and_the_order_of_rows_is_nothing()
    {
        var dice = new Dice(20270306);
        for (var run = 0; run < 60; run++)
        {
            var cards = (from a in Enumerable.Range(0, 1 + dice.Below(8)) from m in Enumerable.Range(20, 1 + dice.Below(8)) where m == 20 || dice.Below(3) > 0 select new CountedCard(Id(a), Id(m), dice.Below(101))).ToArray();
            var found = Adjustment.Of(cards)!;
            Assert.All(cards.GroupBy(card => card.Application), group => AssertNear(group.Average(c => c.Value.ToDecimal() - found.Habits[c.Marker]), found.Applications[group.Key]));
            Assert.All(cards.GroupBy(card => card.Marker), group => AssertNear(group.Sum(c => c.Value.ToDecimal() - found.Applications[c.Application]) / (group.Count() + 3), found.Habits[group.Key]));
            Assert.Equal(found.Applications.OrderBy(a => a.Key), Adjustment.Of([.. cards.OrderBy(_ => dice.Below(1000))])!.Applications.OrderBy(a => a.Key));
        }
    }

    static void AssertNear(decimal expected, decimal found) => Assert.InRange(found - expected, -1e-8m, 1e-8m);

    [Fact]
    public void Reading_is_shared_out_evenly_without_conflicts_and_the_same_from_the_same_seed()
    {
        Guid[] members = [.. Enumerable.Range(20, 10).Select(Id)], applications = [.. Enumerable.Range(0, 25).Select(Id)];
        var plan = new ReadingPlan(members, applications, 4, "six dice") { MayRead = (member, application) => (member, application) != (members[3], applications[7]) };
        var piles = plan.Deal();

        Assert.Equal(10, piles.Values.Min(pile => pile.Count));
        Assert.Equal(10, piles.Values.Max(pile => pile.Count));
        Assert.All(applications, application => Assert.Equal(4, piles.Values.Count(pile => pile.Contains(application))));
        Assert.DoesNotContain(applications[7], piles[members[3]]);
        Assert.True(Adjustment.IsConnected([.. piles.SelectMany(pile => pile.Value.Select(application => new CountedCard(application, pile.Key, 0)))]));
        Assert.Equal(piles.SelectMany(pile => pile.Value), plan.Deal().SelectMany(pile => pile.Value));
        Assert.NotEqual(piles.SelectMany(pile => pile.Value), (plan with { Seed = "five dice" }).Deal().SelectMany(pile => pile.Value));
    }

    [Fact]
    public void Where_everybody_can_read_enough_each_pair_of_applications_shares_a_reader()
    {
        Guid[] members = [.. Enumerable.Range(20, 6).Select(Id)], applications = [.. Enumerable.Range(0, 8).Select(Id)];
        var piles = new ReadingPlan(members, applications, 4, "seed").Deal();
        Assert.All(from one in applications from other in applications where one != other select (one, other),
            pair => Assert.Contains(piles.Values, pile => pile.Contains(pair.one) && pile.Contains(pair.other)));
    }

    static Fraction? Card(params int?[] values) => CardValue.Of(Criteria.Zip(values, (criterion, value) => new WeighedMark(criterion.Weight, value)));

    static CountedCard[] Worked() =>
    [
        new(Names["A"], Names["Ade"], 80), new(Names["A"], Names["Bo"], 60), new(Names["B"], Names["Ade"], 90), new(Names["B"], Names["Cas"], 64), new(Names["C"], Names["Bo"], 62),
        new(Names["C"], Names["Cas"], 60), new(Names["D"], Names["Ade"], 84), new(Names["D"], Names["Bo"], 66), new(Names["D"], Names["Cas"], 58),
    ];

    static CountedCard[] CardsOf(JsonElement cards) =>
        [.. from application in cards.EnumerateObject() from card in application.Value.EnumerateObject() select new CountedCard(Names[application.Name], Names[card.Name], card.Value.GetInt64())];

    static Guid[] Of(params string[] names) => [.. names.Select(name => Names[name])];

    static decimal Rounded(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero);

    static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
