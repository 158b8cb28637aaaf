using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Outbox;
using PB.Rounds;

namespace PB.Grants;

/// <summary>What young people, their parents and the adults who help them are written.</summary>
public sealed class GrantLetters(SiteAddress site, IStringLocalizer<GrantLetters> text)
{
    public Message Invitation(Fund fund, Panel panel, PanelMember member, string key, DateTimeOffset now) => new(
        $"grants/invitation/{member.Id}", member.Email, text["Come and decide with us: {0}", fund.Name],
        text["Hello {0},\n\nyou are invited to “{1}”. Young people decide there what becomes of the money of {2}.\n\nRead what it is about, and say yes or no:\n\n{3}\n\nThis link is yours alone: give it to nobody.",
            member.DisplayName, panel.Name, fund.Name, site.Of($"panel-invitations/{key}")], now);

    public Message ParentAsked(Fund fund, PanelMember member, string key, DateTimeOffset now) => new(
        $"grants/parent/{member.Id}/{now.UtcTicks}", member.ParentEmail, text["May {0} decide with us?", member.DisplayName],
        text["Hello,\n\n{0} is invited to help decide on the money of {1}. Because of their age we need your yes too.\n\nRead what it is about, say yes, or take your yes back at any time:\n\n{2}\n\nThis link is yours alone: give it to nobody.",
            member.DisplayName, fund.Name, site.Of($"panel-consents/{key}")], now);

    public Message YesEnds(string id, (Fund Fund, Panel Panel) where, string to, Consent consent, DateTimeOffset now) => new(
        id, to, text["Do you want to stay on “{0}”?", where.Panel.Name],
        text["A yes to being on the panel holds for a year. Yours ends on {0}.\n\nIf you want to stay, say yes once more:\n\n{1}", Day(consent.ExpiresAt), site.Of($"funds/{where.Fund.Slug}/panels/{where.Panel.Slug}/my-place")], DayTime.FromMorning(now));

    public Message ParentsYesEnds(string id, Fund fund, PanelMember member, (Consent Consent, string Key) yes, DateTimeOffset now) => new(
        id, member.ParentEmail, text["May {0} go on deciding with us?", member.DisplayName],
        text["Hello,\n\nyour yes for {0}, who helps to decide on the money of {1}, ends on {2}.\n\nSay yes for another year, or take it back, here:\n\n{3}\n\nThe link in our earlier mail works no more. This one is yours alone: give it to nobody.",
            member.DisplayName, fund.Name, Day(yes.Consent.ExpiresAt), site.Of($"panel-consents/{yes.Key}")], now);

    public Message AskToSign(Application application, Call call, DateTimeOffset until, DateTimeOffset now) => new(
        $"grants/sign/{application.Id}/{application.Version}/{application.AdultEmail}", application.AdultEmail, text["Please sign “{0}”", application.Title],
        text["Hello,\n\na group of young people asks you to support their plan “{0}” ({1}). Your organisation would hold the money for them.\n\nRead it and sign it by {2}. You need an account with this e-mail address.\n\n{3}",
            application.Title, call.Title, Written(until, call), site.Of($"applications/{application.Id}/signing/{application.Version}")], now);

    public Message TeamInvitation(Application application, Call call, TeamMember invited, string key, DateTimeOffset now) => new(
        $"grants/team/{invited.Id}", invited.Email, text["Write “{0}” with us", TitleOf(application)],
        text["Hello,\n\nfriends of yours are asking for money in “{0}”, and want you to write it with them.\n\nSay yes here:\n\n{1}\n\nThis link is yours alone: give it to nobody. The panel never learns who is in the team.", call.Title, site.Of($"team-invitations/{key}")], now);

    public Message Asked(Application application, Call call, PanelQuestion question, string to, DateTimeOffset now) => new(
        $"grants/asked/{question.Id}/{question.Returned}/{to}", to, text["The panel has a question about “{0}”", application.Title],
        text["The young people who decide in “{0}” want to know more:\n\n{1}\n\nAnswer here, in a few words. Write nobody’s name: they do not know who you are.\n\n{2}", call.Title, question.Text, Page(application)], now);

    public Message SendSoon(Application application, Call call, string to, DateTimeOffset now) => new(
        $"grants/send-soon/{application.Id}", to, text["One day left for “{0}”", call.Title],
        text["Your application “{0}” is not sent yet. Send it to your adult by {1}:\n\n{2}", application.Title, Written(call.Dates.ClosesAt!.Value, call), Page(application)], now);

    /// <param name="which">Which reminder it is, so that each goes once.</param>
    public Message SignSoon(Application application, Call call, string which, DateTimeOffset now) => new(
        $"grants/sign-soon/{application.Id}/{application.Version}/{which}", application.AdultEmail, text["“{0}” waits for you", application.Title],
        text["A group of young people waits for your name under “{0}”. Sign it by {1}:\n\n{2}",
            application.Title, Written(call.Dates.AdultsUntil!.Value, call), site.Of($"applications/{application.Id}/signing/{application.Version}")], now);

    public Message Entered(Application application, Call call, string to, DateTimeOffset now) => new(
        $"grants/entered/{application.Id}/{application.Version}/{to}", to, text["“{0}” is in: {1}", application.Title, application.Ref!],
        text["Your application “{0}” is in. Its number is {1}.\n\nThis page always says where it stands:\n\n{2}", application.Title, application.Ref!, Page(application)], now);

    public Message NotSigned(Application application, Call call, string to, DateTimeOffset now) => new(
        $"grants/not-signed/{application.Id}/{to}", to, text["“{0}” was not signed in time", application.Title],
        text["The time to sign “{0}” ended on {1}. It is not in this time.\n\nNothing of it is lost: you can take it along to the next call.\n\n{2}", application.Title, Written(call.Dates.AdultsUntil!.Value, call), Page(application)], now);

    public Message Query(Application application, Call call, EligibilityQuery query, string to) => new(
        $"grants/query/{query.Id}/{to}", to, text["Please put something right in “{0}”", application.Title],
        text["We looked at “{0}” and ask you to put this right by {1}:\n\n{2}\n\nYou keep your place.\n\n{3}", application.Title, Written(query.Until, call), query.Text, Page(application)], query.AskedAt);

    public Message Ineligible(Application application, Call call, string to, DateTimeOffset now) => new(
        $"grants/ineligible/{application.Id}/{to}/{now.UtcTicks}", to, text["“{0}” does not fit the rules of {1}", application.Title, call.Title],
        text["We are sorry: “{0}” cannot go to the panel.\n\nWhy: {1}\n\nIf you think that this is wrong, answer to this letter or ask us: {2}", application.Title, application.IneligibleBecause, Page(application)], now);

    string TitleOf(Application application) => application.Title.Length > 0 ? application.Title : text["our plan"].Value;

    Uri Page(Application application) => site.Of($"applications/{application.Id}");

    static string Day(DateTimeOffset moment) => PanelAges.DayOf(moment).ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    static string Written(DateTimeOffset moment, Call call) => LocalTime.ToLocal(moment, call.TimeZone).ToString("dddd d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
