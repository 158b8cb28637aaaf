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
        // A demonstration's letters are read on its mailbox page and never leave, whatever server is named beside.
        builder.Services.AddSingleton<IMailCarrier>(services =>
            services.GetRequiredService<Demonstration.Demonstration>().IsWanted ? new MailboxCarrier() : new SmtpCarrier(smtp));
    }
}
