using PB.Tally;

namespace PB.Cli;

static class Words
{
    public static string Key(Outcome outcome) => outcome switch
    {
        Outcome.Funded => "funded",
        Outcome.ToppedUp => "topped_up",
        Outcome.PartFunded => "part_funded",
        Outcome.NoSupport => "no_support",
        Outcome.TooFewVotes => "too_few_votes",
        Outcome.DoesNotFit => "does_not_fit",
        Outcome.AfterTheStop => "after_the_stop",
        Outcome.Excluded => "excluded",
        Outcome.SupportersCannotPay => "supporters_cannot_pay",
        Outcome.AreaFull => "area_full",
        Outcome.FundedBeforehand => "funded_beforehand",
        Outcome.ExcludedBeforehand => "excluded_beforehand",
    };

    public static string Plain(Outcome outcome) => outcome switch
    {
        Outcome.Funded => "funded",
        Outcome.ToppedUp => "topped up",
        Outcome.PartFunded => "part funded",
        Outcome.NoSupport => "no votes",
        Outcome.TooFewVotes => "too few votes",
        Outcome.DoesNotFit => "does not fit",
        Outcome.AfterTheStop => "after the stop",
        Outcome.Excluded => "excluded",
        Outcome.SupportersCannotPay => "not enough left",
        Outcome.AreaFull => "area full",
        Outcome.FundedBeforehand => "funded before",
        Outcome.ExcludedBeforehand => "ruled out before",
    };
}
