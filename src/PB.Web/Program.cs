using PB.Web;
using PB.Web.Approvals;
using PB.Web.Ballots;
using PB.Web.Data;
using PB.Web.Demonstration;
using PB.Web.Grants;
using PB.Web.Jobs;
using PB.Web.Look;
using PB.Web.Outbox;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Results;
using PB.Web.Roll;
using PB.Web.Rounds;
using PB.Web.Screening;
using PB.Web.Sms;

var builder = WebApplication.CreateBuilder(args);

builder.AddLook();
builder.AddRateLimits();
builder.AddData();
builder.AddPeople();
builder.AddRounds();
builder.AddProposals();
builder.AddScreening();
builder.AddRoll();
builder.AddBallots();
builder.AddResults();
builder.AddApprovals();
builder.AddDemonstration();
builder.AddOutbox();
builder.AddSms();
builder.AddGrants();
builder.AddJobs();

var app = builder.Build();
if (await Subcommands.RunAsync(app, args) is { } exitCode)
    return exitCode;
if (await app.RefusesDemonstrationAsync())
    return 1;

app.UseKnownProxies();
app.UseErrorPages();
app.UseBrowserDefences();
app.UseRouting();
app.UseRequestLocalization("en");
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapTexts();
app.MapControllers();
app.MapFallback("{*path}", http => { http.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; }).AllowAnonymous();

await app.RunAsync();
return 0;

/// <summary>The web process, named so that tests can start it.</summary>
public sealed partial class Program;
