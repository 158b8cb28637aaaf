namespace PB.Sms;

/// <summary>Deals with one text: finds out what it is about, decides, acts, answers.</summary>
public sealed class TextDesk(CaseFiles files, TextClerk clerk, AnswerDesk answers, Dispatch dispatch)
{
    public async Task DealAsync(TextCase found, CancellationToken cancel)
    {
        await SettleAsync(found, cancel);
        await dispatch.PutDownAsync(found, cancel);
    }

    /// <summary>Leaves a text that came from no phone, or to no number of ours.</summary>
    public Task IgnoreAsync(InboundText text, CancellationToken cancel)
    {
        text.End(null, null, null, TextOutcome.Ignored);
        return dispatch.PutDownAsync(text, cancel);
    }

    async Task SettleAsync(TextCase found, CancellationToken cancel)
    {
        if (found.Traffic.Today > Traffic.MostADay)
        {
            await answers.LeaveUnreadAsync(found, cancel);
            return;
        }

        await files.ReadAsync(found, cancel);
        var turn = await DecideAsync(found, cancel);
        if (turn.Reply is ReplyKey.Closed && found.Text.HadAt is null && found.Round is { SetUp.ReconciledAt: null })
        {
            AnswerDesk.Hold(found);
            return;
        }

        var (done, reference) = await clerk.ActAsync(found, turn, cancel);
        await answers.AnswerAsync(found, done, reference, cancel);
    }

    async Task<Turn> DecideAsync(TextCase found, CancellationToken cancel)
    {
        if (ProviderHasAnswered(found) is { } silent)
            return silent;
        var situation = await files.SituationAsync(found, cancel);
        return Conversation.Decide(situation, found.Reading);
    }

    /// <summary>STOP, START and HELP where the provider has acted already: we only take note.</summary>
    static Turn? ProviderHasAnswered(TextCase found)
    {
        var alone = found.Phrase.Words is [var word] ? word : "";
        var kind = found switch
        {
            { Text.OptOutType: { Length: > 0 } said } => said,
            { Number.Mode: not OptOutMode.ProviderDefault } => "",
            _ when Lexicon.ReservedStop.Contains(alone) => "STOP",
            { State: TextState.Idle } when Lexicon.ReservedStart.Contains(alone) => "START",
            _ when Lexicon.ReservedHelp.Contains(alone) => "HELP",
            _ => "",
        };
        var acts = kind switch { "STOP" => TextActs.OptOut, "START" => TextActs.OptIn, _ => TextActs.None };
        return kind.Length == 0 ? null : new Turn(null, found.State) { Pending = found.Pending, Acts = acts };
    }
}
