using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Grants.Practising;
using PB.Grants.PublicVotes;
using PB.Grants.Recordings;
using PB.Grants.Visits;
using PB.Web.Grants.Applications;
using PB.Web.Grants.Awards;
using PB.Web.Grants.Calls;
using PB.Web.Grants.Care;
using PB.Web.Grants.Funds;
using PB.Web.Grants.Marking;
using PB.Web.Grants.Meetings;
using PB.Web.Grants.Panels;
using PB.Web.Grants.Practising;

namespace PB.Web.Grants;

static class GrantsRoom
{
    public static void AddGrants(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["PB:KeyFolder"] ?? Path.Combine(builder.Environment.ContentRootPath, "keys");
        builder.Services.AddSingleton(new GrantKeys(folder));
        builder.Services.AddSingleton<PanelAges>().AddSingleton<GrantLetters>();
        builder.Services.AddScoped<Roster>().AddScoped<PotBook>().AddScoped<CutLetters>().AddScoped<MemberDesk>().AddScoped<RemovalDesk>().AddScoped<RemovalLetters>().AddScoped<CheckDesk>().AddScoped<CallDesk>().AddScoped<CancelDesk>().AddScoped<CallLetters>().AddScoped<PauseLetters>().AddScoped<StandInDesk>();
        builder.Services.AddScoped<ApplicationDesk>().AddScoped<PaperDesk>().AddScoped<EligibilityDesk>().AddScoped<InterestDesk>().AddScoped<HostDesk>().AddScoped<LoweringDesk>().AddScoped<LinkDesk>().AddScoped<LinkLetters>();
        builder.Services.AddScoped<GrantRoles>().AddScoped<GrantTools>().AddScoped<FundHome>().AddScoped<CallReading>().AddScoped<CheckReading>();
        builder.Services.AddScoped<IAuthorizationHandler, FundPolicies>();
        builder.Services.AddScoped<IAuthorizationHandler, PanelPolicies>();
        builder.Services.AddScoped<IAuthorizationHandler, CallPolicies>();
        builder.Services.AddScoped<IAuthorizationHandler, ApplicationPolicies>();
        builder.Services.AddScoped<TeamDesk>().AddScoped<VisitDesk>().AddScoped<VisitLetters>().AddScoped<QuestionDesk>().AddScoped<RecordingDesk>().AddScoped<PublicVoteDesk>().AddScoped<PracticeDesk>().AddScoped<PracticeReading>();
        builder.Services.AddScoped<IAuthorizationHandler, PracticePolicies>();
        builder.Services.AddMarking();
        builder.Services.AddMeetings();
        builder.AddAwards();
        builder.AddCare();
    }
}
