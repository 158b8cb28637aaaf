using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Tally.Log;
using PB.Web.Look;

namespace PB.Web.Ballots;

/// <summary>The page on which a receipt code is typed in, and what is wrong with what was typed.</summary>
public sealed record ReceiptCodePage(string Code)
{
    public ReceiptCodeMistake? Mistake { get; init; }
    public bool IsUnknown { get; init; }

    public string? Error(IStringLocalizer<Words> text) => Mistake is { } mistake ? Sentence(text, mistake)
        : IsUnknown ? text["No ballot has this code. Every character fits together, so it was not mistyped: it may be of another website, or of a ballot that never came in."].Value
        : null;

    static string Sentence(IStringLocalizer<Words> text, ReceiptCodeMistake mistake) => mistake switch
    {
        ReceiptCodeMistake.WrongLength => text["A receipt code has 21 letters and numbers. Check that none is missing."],
        ReceiptCodeMistake.NoSuchCharacter => text["A receipt code has only numbers and letters, and never the letter U."],
        ReceiptCodeMistake.DoesNotAddUp => text["One character is wrong, or two have changed places: the last character does not fit the others. Compare it with your receipt."],
    };
}

/// <summary>What became of the ballot of a code.</summary>
public sealed record CheckedReceiptPage(string Code, CheckedReceipt Found, DateTimeOffset Now)
{
    public DateTimeOffset ClosesAt => Found.Round.Calendar.VotingUntil!.Value;
    public DateTimeOffset SealedBy => ClosesAt + BallotReceipt.AfterTheClose;

    /// <summary>Whether the ballot ought to be in the log by now and is not.</summary>
    public bool IsLate => Found.Standing is ReceiptStanding.Waiting && Now > SealedBy;

    public string Verdict(IStringLocalizer<Words> text) => Found.Standing switch
    {
        ReceiptStanding.Waiting when IsLate => text["This ballot should be in the log and is not"],
        ReceiptStanding.Waiting => text["This ballot is waiting to be sealed"],
        ReceiptStanding.InTheLog => text["This ballot is in the log"],
        ReceiptStanding.Counted => text["This ballot is counted as it was cast"],
        ReceiptStanding.Replaced => text["This ballot was replaced by a later one"],
        ReceiptStanding.SetAside => text["This ballot was set aside"],
        ReceiptStanding.Void => text["This round was cancelled"],
    };
}
