using Microsoft.AspNetCore.Authorization;
using PB.Grants.Care;

namespace PB.Web.Grants.Care;

static class CareRoom
{
    public static void AddCare(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IAuthorizationHandler, CarePolicies>();
        builder.Services.AddSingleton<WorryLetters>();
        builder.Services.AddScoped<CareDoor>();
        builder.Services.AddScoped<WorryDesk>();
        builder.Services.AddScoped<ThreadDesk>();
        builder.Services.AddScoped<ModerationDesk>();
        builder.Services.AddScoped<PhotoDesk>();
        builder.Services.AddScoped<ThreadGuests>();
    }
}
