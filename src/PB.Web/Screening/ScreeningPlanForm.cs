using System.ComponentModel.DataAnnotations;
using PB.Screening;

namespace PB.Web.Screening;

public sealed class ScreeningPlanForm
{
    const string Days = "Write a number of days from 1 to 90";

    public Guid? Checklist { get; set; }

    [Required(ErrorMessage = Days), Range(1, 90, ErrorMessage = Days)]
    public int? AnswerDays { get; set; } = 7;

    [Required(ErrorMessage = Days), Range(1, 90, ErrorMessage = Days)]
    public int? PublicationDays { get; set; } = 10;

    [Required(ErrorMessage = Days), Range(1, 90, ErrorMessage = Days)]
    public int? MendDays { get; set; } = 5;

    [Required(ErrorMessage = Days), Range(1, 90, ErrorMessage = Days)]
    public int? AppealDays { get; set; } = 4;

    [Required(ErrorMessage = Days), Range(1, 90, ErrorMessage = Days)]
    public int? AppealAnswerDays { get; set; } = 4;

    internal ScreeningTimes Times() => new()
    {
        AnswerDays = AnswerDays!.Value,
        PublicationDays = PublicationDays!.Value,
        MendDays = MendDays!.Value,
        AppealDays = AppealDays!.Value,
        AppealAnswerDays = AppealAnswerDays!.Value,
    };

    internal void Take(ScreeningPlan plan) => (Checklist, AnswerDays, PublicationDays, MendDays, AppealDays, AppealAnswerDays) =
        (plan.ChecklistId, plan.Times.AnswerDays, plan.Times.PublicationDays, plan.Times.MendDays, plan.Times.AppealDays, plan.Times.AppealAnswerDays);
}
