using PB.Outbox;
using PB.Web.Look;

namespace PB.Web.Outbox;

static class OutboxRoom
{
    public static void AddOutbox(this WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions();
        builder.Services.AddSingleton(new SiteAddress(site.BaseUrl));
        var smtp = builder.Configuration.GetSection("Smtp").Get<SmtpSettings>() ?? new SmtpSettings();
        builder.Services.AddSingleton<IMailCarrier>(smtp.Host.Length > 0 ? new SmtpCarrier(smtp) : new MailboxCarrier());
    }
}
