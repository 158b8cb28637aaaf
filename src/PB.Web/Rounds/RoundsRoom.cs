using Microsoft.AspNetCore.Authorization;
using PB.Web.Rounds.Setup;

namespace PB.Web.Rounds;

static class RoundsRoom
{
    public static void AddRounds(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<IAuthorizationHandler, RoundPolicies>().AddScoped<StepTools>();
}
