using System.Text.RegularExpressions;
using PB.Ballots;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Grants.PublicVotes;
using PB.Journal;
using PB.Outbox;
using PB.Results;
using PB.Roll;
using PB.Screening;
using PB.Sms;

namespace PB.Jobs;

/// <summary>All timed work on one screen: what runs, and how often at the least. Alarms come on top, see <see cref="IJob.NextDueAsync"/>.</summary>
public static class Timetable
{
    public static IReadOnlyList<TimetableLine> Lines { get; } =
    [
        new(typeof(SealBallots), TimeSpan.FromMinutes(5), "Moves ballots into the public log, and signs its root"),
        new(typeof(ReconcileTexts), TimeSpan.FromSeconds(20), "Takes in the texts that the network had before the close, and looks each day that none is missing"),
        new(typeof(DealWithKeptTexts), TimeSpan.FromSeconds(30), "Deals with texts that came while the database was away"),
        new(typeof(TellResults), TimeSpan.FromMinutes(1), "Texts results to those who asked"),
        new(typeof(ForgetTexts), TimeSpan.FromMinutes(10), "Empties texts that nobody needs any more, here and at the provider"),
        new(typeof(SendTexts), TimeSpan.FromSeconds(15), "Sends the texts that wait"),
        new(typeof(CountClosedRounds), TimeSpan.FromSeconds(10), "Closes rounds whose time has come, and counts them"),
        new(typeof(PublishCountedRounds), TimeSpan.FromSeconds(10), "Publishes counted rounds on their neighbourhoods' pages"),
        new(typeof(PackCountedRounds), TimeSpan.FromSeconds(30), "Packs what is needed to check a result, for download"),
        new(typeof(KeepJournalHead), TimeSpan.FromHours(1), "Publishes the journal's newest fingerprint, once a day"),
        new(typeof(NoticeOddities), TimeSpan.FromMinutes(10), "Looks for odd votes and accounts, for a human to decide on"),
        new(typeof(PublishDecisions), TimeSpan.FromMinutes(1), "Publishes the decisions on proposals when their moment has come"),
        new(typeof(RemindLateOfficers), TimeSpan.FromHours(1), "Writes to departments whose answers are late"),
        new(typeof(EndTerms), TimeSpan.FromHours(1), "Ends the time of panel members who have grown too old"),
        new(typeof(PauseCalls), TimeSpan.FromMinutes(1), "Pauses calls of youth funds whose panel has too few members, and lets them go on"),
        new(typeof(RemindOfChecks), TimeSpan.FromHours(12), "Says that an adult’s background check runs out soon"),
        new(typeof(RemindOfConsents), TimeSpan.FromHours(6), "Asks young people and parents for a new yes before the old one runs out"),
        new(typeof(RemindOfCalls), TimeSpan.FromHours(1), "Says that a call of a youth fund opens, closes soon, and has closed"),
        new(typeof(RemindOfMeetings), TimeSpan.FromHours(1), "Says that a panel meets tomorrow, and where there may be too few"),
        new(typeof(RemindApplicants), TimeSpan.FromMinutes(10), "Reminds groups and their adults before it is too late"),
        new(typeof(TellUnsigned), TimeSpan.FromMinutes(5), "Tells groups whose adult did not sign in time"),
        new(typeof(LapseOffers), TimeSpan.FromMinutes(10), "Frees the money of offers that were not accepted in time"),
        new(typeof(DecideByPublicVote), TimeSpan.FromMinutes(1), "Makes a youth panel’s decisions of what people voted"),
        new(typeof(RemindMarkers), TimeSpan.FromHours(1), "Asks members for their marks, and says where there may be too few"),
        new(typeof(RemindOfOffers), TimeSpan.FromHours(1), "Says that an offer is over soon"),
        new(typeof(CloseYear), TimeSpan.FromHours(6), "Warns before a pot’s last day, and deals with what is left after it"),
        new(typeof(AskAboutPots), TimeSpan.FromHours(6), "Puts what is left in a pot after its last day on the panel’s agenda"),
        new(typeof(AskAboutReserves), TimeSpan.FromMinutes(10), "Asks panels about the next on the reserve list when there is money again"),
        new(typeof(RemindOfReports), TimeSpan.FromHours(6), "Asks groups for their reports"),
        new(typeof(PassWorriesOn), TimeSpan.FromMinutes(1), "Tells a second safeguarding lead where the first has not looked"),
        new(typeof(CheckLedger), TimeSpan.FromHours(12), "Looks whether the ledger of youth funds agrees with their awards"),
        new(typeof(ArchiveCalls), TimeSpan.FromHours(12), "Puts finished calls of youth funds away, and forgets whose marks were whose"),
        new(typeof(ForgetGrantPapers), TimeSpan.FromHours(12), "Empties papers of youth funds that nobody may keep any longer"),
        new(typeof(SendOutbox), TimeSpan.FromSeconds(15), "Sends the mails that wait"),
    ];

    /// <summary>The line of a name; null when no job has it (any more).</summary>
    public static TimetableLine? Find(string name) => Lines.SingleOrDefault(line => line.Name == name);
}

/// <param name="Job">The job's class.</param>
/// <param name="Every">How often it asks the database what is due, alarms apart.</param>
/// <param name="Purpose">What it is for, as the staff page says it.</param>
public sealed partial record TimetableLine(Type Job, TimeSpan Every, string Purpose)
{
    /// <summary>The job's name in records and addresses: <c>count-closed-rounds</c>.</summary>
    public string Name { get; } = WordBegins().Replace(Job.Name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBegins();
}
