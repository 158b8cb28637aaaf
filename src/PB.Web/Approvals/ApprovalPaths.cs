using PB.Approvals;

namespace PB.Web.Approvals;

static class ApprovalPaths
{
    public const string All = "/desk/approvals";

    public static string Of(Guid id) => $"/desk/approvals/{id}";

    public static string VoterList(Guid id) => $"/desk/approvals/{id}/voters.csv";

    public static string Requests(string slug) => $"/rounds/{slug}/requests";

    public static string Ask(string slug, ApprovedAct act) => $"/rounds/{slug}/requests/new?act={act}";
}
