using PB.Ballots;
using PB.Outbox;
using PB.Sms;

namespace PB.Web.Sms;

static class SmsRoom
{
    public static void AddSms(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["PB:KeyFolder"] ?? Path.Combine(builder.Environment.ContentRootPath, "keys");
        builder.Services.AddSingleton(services => new TextKeys(folder, services.GetRequiredService<RoundKeys>()));
        builder.Services.AddSingleton(services => Settings(builder.Configuration, services, folder));
        builder.Services.AddHttpClient<TwilioGateway>(client => client.Timeout = TimeSpan.FromSeconds(20)).RemoveAllLoggers();
        builder.Services.AddScoped<ITextGateway>(services => services.GetRequiredService<SmsSettings>().Gateway switch
        {
            "twilio" => services.GetRequiredService<TwilioGateway>(),
            "simulator" => new SimulatorGateway(services.GetRequiredService<TimeProvider>()),
            "none" => new TwilioGateway(new HttpClient(), new SmsSettings(), services.GetRequiredService<SiteAddress>()),
            var other => throw new InvalidOperationException($"Sms:Gateway is '{other}'. It has to be twilio, simulator or none."),
        });
        builder.Services.AddSingleton<RoundShelfMemory>();
        foreach (var part in (Type[])[typeof(PhoneBook), typeof(RoundShelf), typeof(VoteOfPhone), typeof(CodesByText), typeof(Reception), typeof(Dispatch), typeof(CaseFiles), typeof(TextClerk), typeof(SpendingLimits), typeof(AnswerDesk),
                     typeof(TextDesk), typeof(Switchboard), typeof(TextPost), typeof(DeliveryNews), typeof(FallbackShelf), typeof(TextCodes), typeof(PhoneLinks), typeof(TextsToLookAt)])
            builder.Services.AddScoped(part);
        builder.Services.AddScoped<TextRequests>();
    }

    // A demonstration's texts are read on its simulator's page and never leave, whatever is named beside.
    static SmsSettings Settings(ConfigurationManager configuration, IServiceProvider services, string keyFolder)
    {
        var settings = configuration.GetSection("Sms").Get<SmsSettings>() ?? new SmsSettings();
        if (settings.FallbackFolder.Length == 0)
            settings = settings with { FallbackFolder = Path.Combine(keyFolder, "texts-to-deal-with") };
        if (!services.GetRequiredService<Demonstration.Demonstration>().IsWanted)
            return settings;
        return settings with { Gateway = "simulator", AccountSid = SimulatedPhone.AccountSid, AuthToken = services.GetRequiredService<TextKeys>().SimulatorToken };
    }

    public static void MapTexts(this WebApplication app)
    {
        app.MapPost("webhooks/twilio/sms", TextWebhooks.TakeAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("webhooks/twilio/status", TextWebhooks.HearAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("webhooks/twilio/fallback", TextWebhooks.KeepAsync).AllowAnonymous().DisableAntiforgery();
    }
}
