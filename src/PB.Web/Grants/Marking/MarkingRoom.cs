using Microsoft.AspNetCore.Authorization;
using PB.Grants.Marking;

namespace PB.Web.Grants.Marking;

static class MarkingRoom
{
    public static void AddMarking(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, MarkingPolicies>();
        services.AddScoped<CallDoor>();
        services.AddScoped<CardTable>();
        services.AddScoped<MarksBook>();
        services.AddScoped<MarkingStart>();
        services.AddScoped<MarkingDesk>();
        services.AddScoped<MarkingLetters>();
        services.AddScoped<ReadingDealer>();
    }
}
