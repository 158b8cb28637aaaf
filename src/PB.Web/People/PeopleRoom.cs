using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.People;

namespace PB.Web.People;

static class PeopleRoom
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddIdentity<Person, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Length is what makes a password strong; rules of composition make it forgotten.
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
            })
            .AddEntityFrameworkStores<PbContext>()
            .AddDefaultTokenProviders();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "then";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddStaffDoors();
    }
}
