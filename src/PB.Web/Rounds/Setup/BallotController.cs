using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/ballot")]
public sealed class BallotController(StepTools tools) : StepController<BallotForm>(tools)
{
    protected override BallotForm Read(Round round) => BallotForm.Of(round);

    protected override Task<bool> WriteAsync(BallotForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = form.Rules();
        if (rules.MaxChoices < rules.MinChoices)
            Complain(nameof(form.MaxChoices), "The most that people can choose must not be less than the fewest, which is {0}", rules.MinChoices);
        if (ModelState.IsValid)
        {
            round.SetRules(rules, form.Publish is PublishWhen.AtOnce);
            round.LeaveTimeForChallenges(form.ChallengeDays);
        }

        return Task.FromResult(ModelState.IsValid);
    }
}

public sealed class BallotForm
{
    [EnumDataType(typeof(BallotKind), ErrorMessage = "Choose how people vote")]
    public BallotKind Type { get; set; }

    [RegularExpression("^[1-9][0-9]?$", ErrorMessage = "The fewest must be a number from 1 to 99")]
    public string? MinChoices { get; set; }

    [RegularExpression("^[1-9][0-9]?$", ErrorMessage = "The most must be a number from 1 to 99")]
    public string? MaxChoices { get; set; }

    public bool AllowChange { get; set; }

    [EnumDataType(typeof(CountingRule), ErrorMessage = "Choose which projects are funded")]
    public CountingRule Rule { get; set; }

    [EnumDataType(typeof(DoesNotFit), ErrorMessage = "Choose what happens when a project does not fit")]
    public DoesNotFit WhenItDoesNotFit { get; set; }

    [RegularExpression("^[0-9]{1,6}$", ErrorMessage = "The fewest votes must be a number from 0 to 999999")]
    public string? MinimumVotes { get; set; }

    [EnumDataType(typeof(TieChoice), ErrorMessage = "Choose what decides when votes are equal")]
    public TieChoice Ties { get; set; }

    [EnumDataType(typeof(PublishWhen), ErrorMessage = "Choose when the result is published")]
    public PublishWhen Publish { get; set; }

    [Range(0, 60, ErrorMessage = "The days must be a number from 0 to 60")]
    public int ChallengeDays { get; set; } = 5;

    internal static BallotForm Of(Round round) => new()
    {
        Type = round.Rules.Type is BallotType.Knapsack ? BallotKind.Knapsack : BallotKind.Approval,
        MinChoices = round.Rules.MinChoices.ToString(CultureInfo.InvariantCulture),
        MaxChoices = round.Rules.MaxChoices?.ToString(CultureInfo.InvariantCulture),
        AllowChange = round.Rules.AllowChange,
        Rule = round.Rules.Rule,
        WhenItDoesNotFit = Enum.Parse<DoesNotFit>(round.Rules.WhenItDoesNotFit.ToString()),
        MinimumVotes = round.Rules.MinimumVotes.ToString(CultureInfo.InvariantCulture),
        Ties = Enum.Parse<TieChoice>(round.Rules.Ties.ToString()),
        ChallengeDays = round.ChallengeDays,
        Publish = round.PublishAtOnce ? PublishWhen.AtOnce : PublishWhen.WhenCertified,
    };

    internal BallotRules Rules() => new()
    {
        Type = Type is BallotKind.Knapsack ? BallotType.Knapsack : BallotType.Approval,
        MinChoices = Number(MinChoices) ?? 1,
        MaxChoices = Type is BallotKind.Knapsack ? null : Number(MaxChoices),
        AllowChange = AllowChange,
        Rule = Rule,
        WhenItDoesNotFit = Enum.Parse<WhenItDoesNotFit>(WhenItDoesNotFit.ToString()),
        MinimumVotes = Number(MinimumVotes) ?? 0,
        Ties = Enum.Parse<TieOrder>(Ties.ToString()),
    };

    static int? Number(string? text) => string.IsNullOrEmpty(text) ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
