namespace PB.Tally.Tests;

/// <summary>A cumulative transferable vote as its paper tells it: every voter's gifts to every project, moved one by one.</summary>
sealed class PlainTransfer(Election election, TransferRule rule) : PlainCount(election, rule)
{
    readonly List<Dictionary<int, Fraction>> gifts = [.. election.Ballots.SelectMany(ballot => Enumerable.Range(0, ballot.Times).Select(_ => GiftsOf(election, ballot)))];
    readonly List<int> eliminated = [];

    List<int> Remaining { get; } = [];

    public override void Run()
    {
        if (gifts.TrueForAll(one => one.Count == 0)) return;
        Remaining.AddRange(Undecided());
        while (Remaining.Count > 0)
        {
            foreach (var blocked in Remaining.Except(Undecided()).ToList()) Eliminate(blocked);
            var given = Remaining.FindAll(number => Given(number) >= Cost(number) && Cost(number) <= Left);
            if (given.Count > 0) Fund(Choose(Foremost(given, 1)), isEnough: true);
            else if (rule.MovesLittle) Move();
            else if (Remaining.Count > 0) Eliminate(Choose(Foremost(Remaining, -1)));
        }
        if (rule.MovesLittle) AcceptTheRest();
        else foreach (var number in Enumerable.Reverse(eliminated))
            if (Fits(number)) Funded.Add(number);
    }

    protected override PlainCount Again() => new PlainTransfer(Election, rule);

    static Dictionary<int, Fraction> GiftsOf(Election election, Ballot ballot)
    {
        var (voters, points) = (election.Ballots.Sum(other => other.Times), ballot.Numbers.Select((number, i) => (number, Points: ballot.Points[i])).ToList());
        var share = new Fraction(election.Budget.MinorUnits, voters);
        return points.ToDictionary(gift => gift.number, gift => share * gift.Points / points.Sum(each => each.Points));
    }

    static Fraction Sum(IEnumerable<Fraction> numbers) => numbers.Aggregate((Fraction)0, (sum, number) => sum + number);

    Fraction Given(int number) => Sum(Givers(number).Select(one => one[number]));

    IEnumerable<Dictionary<int, Fraction>> Givers(int number) => gifts.Where(one => one.TryGetValue(number, out var gift) && gift > 0);

    List<int> Foremost(List<int> numbers, int sign)
    {
        var scores = numbers.ToDictionary(number => number, number => Score(number) * sign);
        return numbers.FindAll(number => scores[number] == scores.Values.Max());
    }

    Fraction Score(int number) => rule.Selection switch
    {
        TransferSelection.Excess => Given(number) - Cost(number),
        TransferSelection.SupportOverCost => Cost(number) == 0 ? 1_000_000_000 : Given(number) / Cost(number),
        TransferSelection.Support => Given(number),
    };

    void Move()
    {
        var poor = Remaining.FindAll(number => Cost(number) > Left || Sum(Givers(number).SelectMany(one => one.Values)) < Cost(number));
        eliminated.AddRange(poor);
        Remaining.RemoveAll(poor.Contains);
        if (Remaining.Count > 0) Fund(Choose(Foremost(Remaining, 1)), isEnough: false);
    }

    void Fund(int number, bool isEnough)
    {
        var (rest, givers, all) = ((Fraction)Cost(number), Givers(number).ToList(), new List<Dictionary<int, Fraction>>());
        Fraction factor;
        while (true)
        {
            factor = givers.Count == 0 ? 0 : rest / Sum(givers.Select(one => one[number]));
            // Whoever has nothing else to give pays whole; and so does, in moving, whoever would have to give more than there is.
            var limited = givers.FindAll(one => isEnough ? one.All(gift => gift.Key == number || gift.Value == 0) : one[number] * factor > Sum(one.Values));
            if (limited.Count == 0) break;
            rest -= Sum(limited.Select(one => Sum(one.Values)));
            all.AddRange(limited);
            givers.RemoveAll(limited.Contains);
        }
        if (rest < 0) factor = 0;
        foreach (var one in all) one.Clear();
        foreach (var one in givers) Spread(one, number, one[number] * factor);
        foreach (var one in gifts) one.Remove(number);
        Funded.Add(number);
        Remaining.Remove(number);
    }

    // Pays for one project; whatever else was given to it, or is missing, is spread over the voter's others in proportion.
    static void Spread(Dictionary<int, Fraction> one, int number, Fraction paid)
    {
        var others = one.Where(gift => gift.Key != number).ToList();
        var (before, after) = (Sum(others.Select(gift => gift.Value)), Sum(one.Values) - paid);
        foreach (var (other, gift) in others) one[other] = before == 0 ? 0 : gift * after / before;
    }

    void Eliminate(int number)
    {
        foreach (var one in Givers(number)) Spread(one, number, 0);
        foreach (var one in gifts) one.Remove(number);
        Remaining.Remove(number);
        eliminated.Add(number);
    }

    void AcceptTheRest()
    {
        while (eliminated.RemoveAll(number => !Fits(number)) >= 0 && eliminated.Count > 0)
        {
            var number = Choose(Foremost(eliminated, 1));
            eliminated.Remove(number);
            Funded.Add(number);
            foreach (var one in Givers(number).ToList()) one.Clear();
        }
    }

    bool Fits(int number) => Undecided().Contains(number) && Cost(number) <= Left;
}
