using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <param name="Voted">Who has voted in the open vote; never what.</param>
public sealed record RoomPage(MeetingVisit Visit, IReadOnlyList<Guid> Voted)
{
    public required string Version { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What is left in each pot.</summary>
    public required IReadOnlyList<PotMoney> Money { get; init; }

    public required IReadOnlyList<Reserve> Reserves { get; init; }

    /// <summary>Which of the applications that they know of are for the same event.</summary>
    public IReadOnlyList<PB.Grants.Applications.PlanLink> Links { get; init; } = [];

    /// <summary>With what one of them is talked about together.</summary>
    public IEnumerable<string> Beside(Guid application) => Links.Where(link => link.FirstId == application || link.SecondId == application).Select(link => Table.Applications[link.Other(application)].Title);

    /// <summary>Why what is at hand was sent back; null where it was not.</summary>
    public Referral? Referral { get; init; }

    /// <summary>What somebody had chosen when their page turned out to be old.</summary>
    public string? Kept { get; init; }

    /// <summary>Why the last thing was not done.</summary>
    public string? Problem { get; init; }

    /// <summary>The slips as somebody had typed them when they were not taken.</summary>
    public SlipForm? TypedSlips { get; init; }

    /// <summary>What the chair had typed when the result was not taken.</summary>
    public DecisionForm? Said { get; init; }

    /// <summary>What an adult had typed as advice when it was not taken.</summary>
    public string? Advice { get; init; }

    /// <summary>What was typed about something that is over meanwhile: for whoever typed it, to keep it elsewhere.</summary>
    public string? Lost { get; init; }

    /// <summary>True if a form of the page holds again what somebody typed.</summary>
    public bool KeepsTyped => Said is not null || Advice is not null || Lost is not null || TypedSlips is not null || Kept is not null && Vote is not null;

    public IReadOnlyList<Adult> Adults { get; init; } = [];

    public bool MayKeepAttendance { get; init; }

    /// <summary>How far the slips of paper of the open vote are; null where no vote is open.</summary>
    public SlipState? Slips { get; init; }

    public Meeting Meeting => Visit.Meeting;

    public MeetingTable Table => Visit.Table;

    public AgendaLine? AtHand => Visit.AtHand;

    public Vote? Vote => Visit.OpenVote;

    /// <summary>The pot that the open vote is about; null where it is about something else.</summary>
    public PotAsked? PotAsked => Vote is { } vote ? Table.Pots.SingleOrDefault(asked => asked.Question.VoteId == vote.Id) : null;

    public bool HasVoted => Voted.Contains(Visit.PersonId);

    public bool VotesHere => Visit.MayVote && !HasVoted && Vote is { Secrecy: VoteSecrecy.Secret };

    public ItemStep? Step => AtHand is { } line ? Table.StepOf(line.Item) : null;

    public QuorumLight? Light => AtHand is { } line ? Table.LightOf(line.Item) : null;
}

/// <summary>An adult of the fund who may be in the room.</summary>
public sealed record Adult(Guid PersonId, string Name);
