using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

static class HandoverSentences
{
    public static string Of(this IStringLocalizer<Words> text, HandoverRefusal refusal) => text[refusal switch
    {
        HandoverRefusal.NotActive => "This award is not under way.",
        HandoverRefusal.PaymentUnderWay => "A payment is at the bank. Wait until you know whether it arrived.",
        HandoverRefusal.OrganisationGone => "The organisation cannot hold the money any more. The panel says first which one comes next.",
        HandoverRefusal.LeadIsAdult => "The young lead cannot be the adult too.",
        HandoverRefusal.AdultOfTheFund => "This person works for the fund or sits on its panel. Ask another adult.",
        HandoverRefusal.Settled => "This is settled.",
        HandoverRefusal.MayNotDecide => "You cannot vote on this.",
        HandoverRefusal.NotAsked => "You are not asked to sign this any more.",
    }];

    /// <summary>How far it is.</summary>
    public static string Of(this IStringLocalizer<Words> text, Handover handover) => text[handover switch
    {
        { SignedAt: not null } => "Signed",
        { RejectedAt: not null } => "The panel said no",
        { WaitsForPanel: true } => "The panel is asked",
        _ => "Waits for the new adult",
    }];
}
