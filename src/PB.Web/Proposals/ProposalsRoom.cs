namespace PB.Web.Proposals;

static class ProposalsRoom
{
    public static void AddProposals(this WebApplicationBuilder builder)
    {
    }
}
