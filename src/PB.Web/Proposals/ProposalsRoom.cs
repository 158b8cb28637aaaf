using PB.Proposals;

namespace PB.Web.Proposals;

static class ProposalsRoom
{
    public static void AddProposals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Photos").Get<PhotoSettings>() ?? new PhotoSettings());
        builder.Services.AddSingleton<Darkroom>();
        builder.Services.AddSingleton<ProposalLetters>();
        builder.Services.AddScoped<DraftBook>();
        builder.Services.AddScoped<DraftDoor>();
        builder.Services.AddScoped<ProposalShelf>();
        builder.Services.AddScoped<ProposalLife>();
    }
}
