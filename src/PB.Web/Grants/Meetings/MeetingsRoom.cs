using Microsoft.AspNetCore.Authorization;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

static class MeetingsRoom
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, MeetingPolicies>();
        services.AddScoped<MeetingDoor>().AddScoped<MeetingTools>();
        services.AddScoped<RoomMoney>().AddScoped<RoomBook>().AddScoped<DeskBook>();
        services.AddScoped<DecisionTools>();
        services.AddScoped<Agenda>().AddScoped<AgendaDesk>().AddScoped<ThinlyMarked>().AddScoped<MeetingAnywayDesk>().AddScoped<CorrectionDesk>().AddScoped<SuspensionDesk>().AddScoped<HandDesk>().AddScoped<MeetingLetters>().AddScoped<ReferralLetters>();
        services.AddScoped<MeetingShelf>();
        services.AddScoped<MeetingRoom>();
        services.AddScoped<MeetingDesk>();
        services.AddScoped<ItemDesk>();
        services.AddScoped<PromisedMoney>();
        services.AddScoped<SlipDesk>();
        services.AddScoped<VoteDesk>().AddScoped<PotQuestionDesk>();
        services.AddScoped<LinesDesk>();
        services.AddScoped<DecisionDesk>();
        services.AddScoped<Deciders>();
        services.AddScoped<ReserveList>().AddScoped<ReserveDesk>().AddScoped<ReserveLetters>();
        services.AddScoped<MinutesDesk>();
        services.AddScoped<ReferralDesk>();
        services.AddScoped<DecisionLetters>().AddScoped<Release>();
    }
}
