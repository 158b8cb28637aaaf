using PB.Grants.Calls;
using PB.Tally;

namespace PB.Grants.Applications;

/// <summary>Something that stands against sending an application in.</summary>
/// <param name="Sum">The sum that would be right, or the limit, where it is about money.</param>
/// <param name="Line">The number of the budget line that it is about.</param>
/// <param name="Category">For which lines of the budget a paper is missing.</param>
public sealed record SendingFault(SendingFaultKind Kind, Money? Sum = null, int? Line = null, BudgetCategory? Category = null);

public enum SendingFaultKind
{
    Title,
    Summary,
    Need,
    YoungLed,
    Plan,
    GroupName,
    TeamTooSmall,

    /// <summary>What is said in the recording is not written down.</summary>
    Transcript,
    NoBudget,

    /// <summary>The lines less what comes from elsewhere are not what is asked for.</summary>
    WrongSum,
    BelowLeast,
    AboveMost,
    ViableAboveRequested,
    ItemTooDear,

    /// <summary>The call wants a paper for what the group does.</summary>
    Paper,
}

public static class SendingFaults
{
    /// <param name="papers">For which lines of the budget the group has added a paper.</param>
    public static IEnumerable<SendingFault> WhyNotSent(this Application application, Call call, IReadOnlyCollection<BudgetCategory> papers) =>
        OfWords(application).Concat(OfBudget(application, call.Money)).Concat(PaperDesk.NeededFor(application, call).Except(papers).Select(category => new SendingFault(SendingFaultKind.Paper, Category: category)));

    /// <summary>What is wrong with the budget: the first thing about the sums, and each item that is too dear.</summary>
    public static IEnumerable<SendingFault> OfBudget(Application application, CallMoney money)
    {
        if (application.Lines.Count == 0)
        {
            yield return new SendingFault(SendingFaultKind.NoBudget);
            yield break;
        }

        if (money.PerItemCap is { } cap)
            foreach (var line in application.Lines.Where(line => line.UnitPrice > cap))
                yield return new SendingFault(SendingFaultKind.ItemTooDear, cap, line.Number);
        if (OfSums(application, money) is { } fault)
            yield return fault;
    }

    static SendingFault? OfSums(Application application, CallMoney money)
    {
        var asked = application.Amounts;
        var right = application.BudgetTotal - asked.OtherFunding;
        return asked.Requested != right ? new SendingFault(SendingFaultKind.WrongSum, right)
            : asked.Requested < money.MinAward ? new SendingFault(SendingFaultKind.BelowLeast, money.MinAward)
            : asked.Requested > money.MaxAward ? new SendingFault(SendingFaultKind.AboveMost, money.MaxAward)
            : asked.Viable > asked.Requested ? new SendingFault(SendingFaultKind.ViableAboveRequested, asked.Requested)
            : null;
    }

    static IEnumerable<SendingFault> OfWords(Application application)
    {
        (string Text, SendingFaultKind Kind)[] required =
        [
            (application.Title, SendingFaultKind.Title), (application.Group.GroupName, SendingFaultKind.GroupName), (application.Summary, SendingFaultKind.Summary),
            (application.Answers.Need, SendingFaultKind.Need), (application.Answers.YoungLed, SendingFaultKind.YoungLed), (application.Answers.Plan, SendingFaultKind.Plan),
        ];
        foreach (var (_, kind) in required.Where(answer => answer.Text.Length == 0))
            yield return new SendingFault(kind);
        if (application.Group is { TeamSize: < 2, WhyAlone: "" })
            yield return new SendingFault(SendingFaultKind.TeamTooSmall);
        if (application.Answers is { RecordingHash.Length: > 0, Transcript: "" })
            yield return new SendingFault(SendingFaultKind.Transcript);
    }
}
