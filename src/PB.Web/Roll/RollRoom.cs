using PB.Neighbourhoods;
using PB.Roll;

namespace PB.Web.Roll;

static class RollRoom
{
    public static void AddRoll(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sightings>();
        builder.Services.AddHostedService<WriteSightings>();
        builder.Services.AddScoped<PostcodeDirectory>();
        builder.Services.AddSingleton<CodeSession>();
        builder.Services.AddScoped<Departures>().AddScoped<Declarations>();
        builder.Services.AddScoped<RollBook>().AddScoped<Register>().AddScoped<LetterCodes>().AddScoped<Vouching>().AddScoped<ProvisionalDesk>();
        builder.Services.AddScoped<RollDoor>().AddScoped<RollDeskTools>().AddScoped<LetterPress>().AddScoped<ClassPress>();
    }
}
