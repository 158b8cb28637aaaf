using System.Reflection;
using PB.Tests.House;

namespace PB.Tests.Journal;

/// <summary>Which of the staff's pages show personal data, and write in the journal that they did. A new line is a decision.</summary>
public sealed class PersonalDataTests
{
    [Fact]
    public void Pages_with_personal_data_write_that_they_were_read() =>
        Assert.Equal(
            "Anomaly.Edit, Anomaly.Index, Answer.Edit, Approval.Edit, Ending.New, JournalFile.Index, OwnDataFile.Show, ProvisionalQueue.Edit, ProvisionalQueue.Index, RoundScreening.Show, SecondOpinion.Edit, Staff.Edit, Staff.Index, VoterList.Show",
            string.Join(", ", from controller in Controllers.All
                              from action in Controllers.ActionsOf(controller)
                              where action.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "ReadsPersonalDataAttribute")
                              let name = $"{controller.Name.Replace("Controller", "", StringComparison.Ordinal)}.{action.Name}"
                              orderby name
                              select name));
}
