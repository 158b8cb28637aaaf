using PB.Results;

namespace PB.Web.Results;

static class ResultsRoom
{
    public static void AddResults(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<ResultLetters>().AddScoped<ResultReading>().AddScoped<ChallengeTools>().AddScoped<PackContents>();
}
