using PB.Approvals;
using PB.Results;

namespace PB.Web.Approvals;

static class ApprovalsRoom
{
    public static void AddApprovals(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<TwoPeople>().AddScoped<ActsOfTwo>().AddScoped<ActLetters>().AddScoped<Tellers>().AddScoped<AskReading>().AddScoped<AskTools>().AddScoped<ApprovalTools>();
}
