using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>What pages say about what people say.</summary>
static class DiscussionWords
{
    public static string Of(this IStringLocalizer<Words> text, DiscussionRefusal refusal, IdeaRules rules) => refusal switch
    {
        DiscussionRefusal.Closed => text["In this round nothing can be said here. Ask the council."],
        DiscussionRefusal.NotNow => text["You can ask and argue from when ideas open until voting ends."],
        DiscussionRefusal.TooSoon => text["So that everybody gets a word in, wait {0} minutes between two comments on one idea.", rules.SlowModeMinutes],
        DiscussionRefusal.NoSuchComment => text["What you reply to is not there any more."],
        DiscussionRefusal.NothingToAppeal => text["There is nothing to appeal against."],
        DiscussionRefusal.OwnAct => text["You hid this comment yourself, so somebody else has to decide on the appeal."],
    };

    public static string Of(this IStringLocalizer<Words> text, Moderation moderation) => moderation switch
    {
        Moderation.Afterwards => text["Everybody can read a comment at once"],
        Moderation.Before => text["An officer looks at each comment before everybody can read it"],
        Moderation.Closed => text["Nobody can comment in this round"],
    };
}
