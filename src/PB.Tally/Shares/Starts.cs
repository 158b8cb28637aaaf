namespace PB.Tally.Shares;

/// <summary>The money with which every voter starts a run: <paramref name="First"/>, and one <paramref name="Step"/> more with each increase.</summary>
sealed record Starts(Fraction First, Fraction Step)
{
    public static Starts Of(EqualSharesRule rule, long budget, int voters)
    {
        if (voters == 0) return new(0, 1);
        var share = new Fraction(budget, voters);
        return rule.Increase switch
        {
            Increase.None or Increase.OneUnit => new(share, rule.Unit.MinorUnits),
            Increase.OneUnitFromWhole => new(budget / voters / rule.Unit.MinorUnits * rule.Unit.MinorUnits, rule.Unit.MinorUnits),
            Increase.OnePercent => new(share, share / 100),
        };
    }

    public Fraction At(long increases) => First + Step * increases;
}
