using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Sms;

namespace PB.Web.Demonstration;

/// <summary>Lets one round of the demonstration be voted on by text.</summary>
static class DemonstrateTexts
{
    const string Round = "marlbridge-east", Number = "+447700900900";

    public static async Task MakeAsync(PbContext db, DateTimeOffset now)
    {
        var round = await db.Rounds.SingleAsync(r => r.Slug == Round);
        var number = new TextNumber(Number, OptOutMode.Self, now);
        var setUp = new TextSetUp(round.Id, "EAST", "East PB");
        setUp.Help("01632 960123", "pb.example.uk", null);
        setUp.Ask(ProofOfVoter.PostcodeAndAge, confirmFirst: false, EchoOfVote.Titles);
        setUp.AnswerOn([number.Id]);
        db.AddRange(number, setUp);
        await db.SaveChangesAsync();
    }
}
