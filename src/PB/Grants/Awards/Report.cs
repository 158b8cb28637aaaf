using PB.Data;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>What a group tells about its grant: what happened, how many young people came, and what the money went on.</summary>
public sealed class Report
{
    /// <summary>How many working days a group has to answer a question about its report.</summary>
    public const int AnswerDays = 10;

    readonly List<ReportLine> lines = [];

    Report() { }

    public Report(Guid awardId, ReportKind kind, DateOnly dueOn, DateTimeOffset now) =>
        (Id, AwardId, Kind, DueOn) = (Ids.New(now), awardId, kind, dueOn);

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }
    public ReportKind Kind { get; private set; }
    public DateOnly DueOn { get; private set; }
    public string Story { get; private set; } = "";
    public int YoungPeople { get; private set; }
    public Guid? SubmittedBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>What the coordinator asked about it last; empty where nothing was asked.</summary>
    public string Question { get; private set; } = "";

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The last day to answer that; null where nothing was asked.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    /// <summary>What the group answered; empty until it did.</summary>
    public string Answer { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The coordinator who looked at the story, the receipts and the photos, and let them stand.</summary>
    public Guid? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Of which reminder the group was told last, in days from the due day; null before the first.</summary>
    public int? RemindedAtDay { get; private set; }

    public IReadOnlyList<ReportLine> Lines => lines;

    /// <summary>What was spent as agreed and can be shown.</summary>
    public Money Evidenced => lines.Where(line => line.IsEvidenced).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>Whether the group has a question to answer.</summary>
    public bool IsQueried => AskedAt is not null && AnsweredAt is null && AcceptedAt is null;

    public bool IsOutstanding => SubmittedAt is null || IsQueried;

    /// <summary>The last day for what is outstanding: the report itself, or the answer to a question about it.</summary>
    public DateOnly OutstandingOn => AnswerDueOn ?? DueOn;

    public Lateness LatenessOn(DateOnly today) => IsOutstanding ? Latenesses.Of(OutstandingOn, today) : Lateness.NotYetDue;

    public void Write(string story, int youngPeople) => (Story, YoungPeople) = (story, youngPeople);

    public ReportLine Spend(string what, Money amount, byte[] receipt)
    {
        var line = new ReportLine(Id, lines.Count + 1, (what, amount), receipt);
        lines.Add(line);
        return line;
    }

    /// <summary>The group sends it, or sends it once more with an answer.</summary>
    public void Submit(Guid person, string answer, DateTimeOffset now)
    {
        (SubmittedBy, SubmittedAt) = (person, now);
        if (IsQueried)
            (Answer, AnsweredAt) = (answer, now);
    }

    public void Ask(string question, DateOnly answerDueOn, DateTimeOffset now)
    {
        (Question, AskedAt, AnswerDueOn) = (question, now, answerDueOn);
        // The letter that asks is the first reminder.
        (Answer, AnsweredAt, RemindedAtDay) = ("", null, -14);
    }

    public void Accept(Guid coordinator, DateTimeOffset now) => (AcceptedBy, AcceptedAt) = (coordinator, now);

    public void Remind(int day) => RemindedAtDay = day;
}

public enum ReportKind
{
    Mid,
    Final,
}

/// <summary>Something that a group bought, with its receipt.</summary>
public sealed class ReportLine
{
    ReportLine() { }

    internal ReportLine(Guid reportId, int number, (string What, Money Amount) spent, byte[] receipt)
    {
        (ReportId, Number, Receipt) = (reportId, number, receipt);
        (What, Amount) = spent;
    }

    public Guid ReportId { get; private set; }
    public int Number { get; private set; }
    public string What { get; private set; } = "";
    public Money Amount { get; private set; }

    /// <summary>A picture of the receipt, made anew from what was uploaded; empty where there is none.</summary>
    public byte[] Receipt { get; private set; } = [];

    /// <summary>Whether the coordinator found that it was not for what was agreed.</summary>
    public bool IsRefused { get; private set; }

    public bool IsEvidenced => Receipt.Length > 0 && !IsRefused;

    public void Refuse(bool isRefused) => IsRefused = isRefused;
}
