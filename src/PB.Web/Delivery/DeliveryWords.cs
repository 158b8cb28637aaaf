using Microsoft.Extensions.Localization;
using PB.Delivery;
using PB.Web.Look;

namespace PB.Web.Delivery;

static class DeliveryWords
{
    public static string Of(this IStringLocalizer<Words> text, DeliveryStage stage) => stage switch
    {
        DeliveryStage.Planning => text["Being planned"],
        DeliveryStage.UnderWay => text["Under way"],
        DeliveryStage.Delayed => text["Late"],
        DeliveryStage.Done => text["Done"],
        DeliveryStage.Stopped => text["Stopped"],
    };

    public static string Colour(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Done => "govuk-tag govuk-tag--green",
        DeliveryStage.Delayed or DeliveryStage.Stopped => "govuk-tag govuk-tag--red",
        DeliveryStage.Planning or DeliveryStage.UnderWay => "govuk-tag",
    };
}
