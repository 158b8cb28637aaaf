using System.Net;
using PB.Grants;

namespace PB.Tests.Grants;

/// <summary>The table of rights says what was agreed, and pages keep to it.</summary>
public sealed class GrantRightsTests : CouncilTest
{
    // A line a thing; columns in the order of the roles, from member to public.
    const string Agreed = """
        Fund            | Read | Read | Read | Write | Read | Write Ledger | Approve | Read Public | Read Public | - | Read | Read Summary
        Criteria        | Vote | Write | Read | Write WhenAsked | - | - | Read | - | - | - | Read | Read AfterLock
        CallText        | Write Drafting | Approve | Read | Approve | Read | - | Read | Read | Read | - | Read | Read
        Draft           | - | - | - | Write WhenAsked | - | - | - | Write Own | Write SectionB | - | - | -
        Application     | Read UnlessConflict | Read UnlessConflict | Read | Read | Read | Read MoneyPart | Read | Read Own | Read Own | - | Read | -
        Contacts        | Read FromMeeting | Read FromMeeting | - | Read | Read | - | Read | Read Own | Read Own | - | Read | -
        BankDetails     | - | - | - | - | - | Write, Read | - | - | Write | - | Read Masked | -
        Eligibility     | - | - | - | Write | Read | Write DueDiligence | Read | Read Result | Read Result | - | Read | -
        OwnInterest     | Write | Write | Write | Write | Write | Write | Write | - | - | - | Read | -
        OwnCard         | Write | Write | Write Practice | - | - | - | - | - | - | - | Read | -
        OthersCards     | Read AfterClose | Read AfterClose | - | Read Completion, Read AfterClose | - | - | Read AfterClose | - | - | - | Read | -
        Meeting         | Read, Vote | Write, Vote | Read | Write Attendance | Read | Read MoneyPart | - | - | - | - | Read | -
        Decision        | Vote | Approve DeclareResult | - | Write Record | - | - | Refer | Read Own | Read Own | - | Read | Read WhenPublished
        Offer           | - | - | - | Write Drafting | - | Read | Approve | Accept | Accept Binding | - | Read | -
        Payment         | - | - | - | Approve First | - | Approve Second, Write | Approve OverLimit | Read Own | Read Own | - | Read | -
        Report          | Read | Read | Read | Approve | Read | Read MoneyPart | Read | Write | Write | - | Read | Read Summary
        MemberData      | Read Own | - | Read Own | Read, Write | Read, Write | - | - | - | - | Read OwnChild | Read | -
        SafeguardingLog | Write Worry | Write Worry | Write Worry | Write Worry | Read, Write | - | - | Write Worry | Write Worry | Write Worry | - | Write Worry
        Moderation      | Flag | Flag | Flag | Approve | Approve | - | - | Flag | Flag | - | Read | Flag
        """;

    /// <summary>Who stands for which role, where somebody of the council does.</summary>
    static readonly Dictionary<GrantRole, string> Somebody = new()
    {
        [GrantRole.Member] = "Cas",
        [GrantRole.Chair] = "Ade",
        [GrantRole.YouthWorker] = "Yara",
        [GrantRole.SafeguardingLead] = "Dana",
        [GrantRole.FinanceOfficer] = "Finn",
        [GrantRole.AccountableOfficer] = "Alan",
        [GrantRole.Applicant] = "Lea",
        [GrantRole.SupportingAdult] = "Sue",
    };

    [Fact]
    public void The_table_is_the_one_that_was_agreed()
    {
        var written = from thing in Enum.GetValues<GrantThing>()
                      let cells = Enum.GetValues<GrantRole>().Select(role => GrantRights.Of(role, thing) is { Count: > 0 } rights ? string.Join(", ", rights) : "-")
                      select $"{thing} | {string.Join(" | ", cells)}";
        Assert.Equal(Agreed.Split('\n').Select(line => string.Join(" | ", line.Split('|', StringSplitOptions.TrimEntries))), written);
    }

    [Fact]
    public async Task Pages_answer_each_role_as_the_table_says()
    {
        var call = await CallAsync();
        var application = await ApplicationAsync(call, "Camp", 500);
        await DeclareAllAsync(application);
        await OpenMarkingAsync(call);
        (string Path, string Ok, string Forbidden)[] pages =
        [
            ($"{FundPath}/pots", "Member Chair YouthWorker SafeguardingLead FinanceOfficer AccountableOfficer", ""),
            ($"{FundPath}/setup", "YouthWorker", "Member Chair SafeguardingLead AccountableOfficer"),
            ($"{FundPath}/people", "YouthWorker", "Member Chair SafeguardingLead AccountableOfficer"),
            ($"{CallPath}/criteria", "Member Chair YouthWorker SafeguardingLead FinanceOfficer AccountableOfficer Applicant SupportingAdult", ""),
            ($"{CallPath}/criteria/edit", "Chair", "Member YouthWorker SafeguardingLead FinanceOfficer AccountableOfficer Applicant SupportingAdult"),
            ($"{PanelPath}/members/new", "YouthWorker SafeguardingLead", ""),
            ($"{CallPath}/checks", "YouthWorker SafeguardingLead AccountableOfficer", ""),
            ($"{CallPath}/checks/{application.Ref}", "YouthWorker SafeguardingLead AccountableOfficer", ""),
            ($"{CallPath}/reading", "Member Chair", ""),
            ($"/applications/{application.Id}", "Member Chair YouthWorker SafeguardingLead AccountableOfficer Applicant SupportingAdult", ""),
            ($"/applications/{application.Id}/words", "Applicant", "Member Chair YouthWorker SafeguardingLead AccountableOfficer SupportingAdult"),
        ];
        await KeepToAsync(pages);
    }

    /// <summary>Asks each page as each role: who is named first gets it, who is named second reads that they may not, and nobody else learns that it is there.</summary>
    async Task KeepToAsync(IEnumerable<(string Path, string Ok, string Forbidden)> pages)
    {
        var wrong = new List<string>();
        foreach (var (role, name) in Somebody)
        {
            var browser = await AsAsync(name);
            foreach (var (path, ok, forbidden) in pages)
            {
                var wanted = ok.Split(' ').Contains($"{role}") ? HttpStatusCode.OK : forbidden.Split(' ').Contains($"{role}") ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
                var found = (await browser.OpenAsync(path)).Status;
                if (found != wanted)
                    wrong.Add($"{role} at {path}: {found} instead of {wanted}");
            }
        }

        Assert.Equal([], wrong);
    }
}
