using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.People;

namespace PB.Web.People;

static class PeopleRoom
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentity<Person, IdentityRole<Guid>>(Demand)
            .AddEntityFrameworkStores<PbContext>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<CommonPasswords>();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        builder.Services.AddSingleton<MailedLinks>();
        builder.Services.AddScoped<AccountLetters>().AddScoped<SignUp>().AddScoped<PasswordDoor>().AddScoped<PasswordReset>();
        builder.Services.AddScoped<AuthenticatorKeys>().AddScoped<DemonstrationCode>().AddScoped<StaffRegister>();
        builder.Services.AddSingleton<EndedAccounts>().AddScoped<DeletionTable>().AddScoped<AccountErasure>().AddScoped<OwnData>();
        builder.AddSessions();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddStaffDoors();
    }

    static void Demand(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedEmail = true;
        // Length is what makes a password strong; rules of composition make it forgotten.
        options.Password = new PasswordOptions
        {
            RequiredLength = NewPassword.Shortest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
    }
}
