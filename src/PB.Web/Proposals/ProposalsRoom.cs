using Microsoft.AspNetCore.Mvc;
using PB.Proposals;

namespace PB.Web.Proposals;

static class ProposalsRoom
{
    public static void AddProposals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Photos").Get<PhotoSettings>() ?? new PhotoSettings());
        builder.Services.AddSingleton<Darkroom>();
        builder.Services.AddSingleton<ProposalLetters>();
        builder.Services.AddSingleton<RevisionLetters>().AddSingleton<CoProposerLetters>().AddSingleton<EndorsementLetters>();
        builder.Services.AddSingleton<MergerLetters>().AddSingleton<PassingLetters>().AddSingleton<DiscussionLetters>();
        builder.Services.AddScoped<DiscussionBook>().AddScoped<CommentDoor>();
        builder.Services.AddScoped<MergerBook>().AddScoped<PassingDesk>().AddScoped<ProposalImport>();
        builder.Services.AddScoped<DraftBook>().AddScoped<RevisionBook>().AddScoped<EndorsementBook>();
        builder.Services.AddScoped<Scribe>().AddScoped<ClaimDesk>().AddScoped<CoProposers>().AddScoped<SimilarProposals>();
        builder.Services.AddScoped<DraftDoor>();
        builder.Services.AddScoped<ProposalShelf>();
        builder.Services.AddScoped<ProposalLife>();
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<EarlierNumbers>());
    }
}
