using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Npgsql;
using PB.Data;

namespace PB.Web.Data;

static class DataRoom
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => Database.Of(builder.Configuration, "PB"));
        builder.Services.AddSingleton<DbDataSource>(services => services.GetRequiredService<NpgsqlDataSource>());
        builder.Services.AddDbContextPool<PbContext>((services, options) => PbContext.On(options, services.GetRequiredService<NpgsqlDataSource>()));

        // In the database, so that two web processes understand each other's cookies and forms.
        builder.Services.AddDataProtection().SetApplicationName("PB");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new DataProtectionKeys(services)));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
