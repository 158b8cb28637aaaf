using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.People;

public sealed class AppointingTests : AccountTest
{
    [Fact]
    public async Task An_administrator_appoints_a_manager_with_neighbourhoods_and_the_journal_says_why()
    {
        var amina = await ResidentAsync();
        await NeighbourhoodAsync();
        var ada = await SignedInAsync(await AdministratorAsync());

        var list = await AppointAsync(ada, amina.Email!, ("Roles", "NeighbourhoodManager"), ("Neighbourhoods", "eastfield"));

        Assert.Contains("Amina Yusuf", list.Text, StringComparison.Ordinal);
        Assert.Contains("Neighbourhood manager: Eastfield", list.Text, StringComparison.Ordinal);
        Assert.Contains("Not set up yet", list.Text, StringComparison.Ordinal);
        Assert.Equal("Starts on Monday", await WithDbAsync(db => db.Journal.Where(j => j.Act == "Appointed somebody: NeighbourhoodManager" && j.Detail == "Amina Yusuf").Select(j => j.Reason).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        var amina = await ResidentAsync();
        var ada = await SignedInAsync(await AdministratorAsync());

        Assert.Equal(["No account has this address. Ask the person to make an account first"], (await AppointAsync(ada, "nobody@example.org", ("Roles", "Reviewer"))).Errors);
        Assert.Equal(["Choose at least one task. To take all of them away, end the appointment"], (await AppointAsync(ada, amina.Email!)).Errors);
        Assert.Equal(["Choose at least one task. To take all of them away, end the appointment"], (await AppointAsync(ada, amina.Email!, ("Roles", "Emperor"))).Errors);
        Assert.Equal(["Choose the neighbourhoods that this person will manage"], (await AppointAsync(ada, amina.Email!, ("Roles", "NeighbourhoodManager"))).Errors);
        Assert.Equal(["Say why, for the journal"], (await AppointAsync(ada, amina.Email!, ("Roles", "Reviewer"), ("Reason", null))).Errors);
        Assert.Equal(["This is the last administrator. Appoint another one first"], (await AppointAsync(ada, "ada-lind@example.org", ("Roles", "Reviewer"))).Errors);
        Assert.Equal(["This is the last administrator. Appoint another one first"], (await EndAsync(ada, "ada-lind@example.org")).Errors);
    }

    [Fact]
    public async Task An_appointment_that_ends_closes_the_desk_within_a_minute()
    {
        await AdministratorAsync();
        var ada = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Ada Lind")));
        var amina = await ResidentAsync();
        await AppointAsync(ada, amina.Email!, ("Roles", "Administrator"));
        await WithPeopleAsync(async people => await people.SetTwoFactorEnabledAsync((await people.FindByEmailAsync(amina.Email!))!, true));
        var browser = await SignedInAsync(amina);
        Assert.Equal("People who work here", (await browser.OpenAsync("/desk/people")).Heading);

        Assert.DoesNotContain("Amina Yusuf", (await EndAsync(ada, amina.Email!)).Text, StringComparison.Ordinal);
        await MoveToAsync(Start.AddSeconds(61));

        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/desk/people")).Path, StringComparison.Ordinal);
        browser = await SignedInAsync(amina);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/desk/people")).Status);
    }

    [Fact]
    public async Task An_appointment_can_be_changed()
    {
        var ada = await SignedInAsync(await AdministratorAsync());
        var otis = await OfficerAsync();

        var form = await ada.OpenAsync($"/desk/people/edit?email={otis.Email}");
        Assert.True(form.Document.QuerySelector("input[value=Reviewer]")!.HasAttribute("checked"));
        var list = await ada.PressAsync(form, "Save", ("Roles", "Ratifier"), ("Reason", "New task"));

        Assert.Contains("Otis Haleotis-hale@example.org Ratifier On", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_the_page()
    {
        Assert.StartsWith("/sign-in", (await Visitor().OpenAsync("/desk/people")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync())).OpenAsync("/desk/people")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await OfficerAsync())).OpenAsync("/desk/people")).Status);
    }

    static async Task<Page> AppointAsync(Browser browser, string email, params (string, string?)[] fields) =>
        await browser.PressAsync(await browser.OpenAsync("/desk/people/new"), "Appoint", [("Email", email), .. fields.Any(f => f.Item1 == "Reason") ? fields : [.. fields, ("Reason", "Starts on Monday")]]);

    static async Task<Page> EndAsync(Browser browser, string email) =>
        await browser.PressAsync(await browser.OpenAsync($"/desk/people/ending?email={email}"), "End the appointment", ("Reason", "Has left"));
}
