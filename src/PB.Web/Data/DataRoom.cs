using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
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
        builder.Services.AddSingleton<System.Data.Common.DbDataSource>(services => services.GetRequiredService<NpgsqlDataSource>());
        builder.Services.AddDbContext<PbContext>((services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));

        // In the database, so that two web processes understand each other's cookies and forms.
        builder.Services.AddDataProtection().SetApplicationName("PB");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new DataProtectionKeys(services)));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
