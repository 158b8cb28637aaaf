using PB.Tally;
using PB.Tally.Files;

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

    public static string Key(TieCriterion criterion) => criterion switch
    {
        TieCriterion.Number => "project_id",
        TieCriterion.Price => "price",
        TieCriterion.Votes => "votes",
        TieCriterion.Lot => "lot",
    };

    public static string Plain(TieCriterion criterion) => criterion switch
    {
        TieCriterion.Number => "by id",
        TieCriterion.Price => "the cheaper first",
        TieCriterion.Votes => "more votes first",
        TieCriterion.Lot => "by the lot",
    };

    public static string Of(VoteType ballots) => ballots switch
    {
        VoteType.Approval => "approvals (vote_type approval)",
        VoteType.ChooseOne => "single choices (vote_type choose-1)",
        VoteType.Ordinal => "rankings (vote_type ordinal)",
        VoteType.Cumulative => "points (vote_type cumulative)",
        VoteType.Scoring => "points (vote_type scoring)",
    };
}
