using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Awards;

public sealed class PaymentTests : AwardTest
{
    [Fact]
    public async Task Scenario_34_The_same_person_with_two_tasks_cannot_approve_twice()
    {
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, People["Yara"].Id, FundRole.FinanceOfficer, People["Ada"].Id, Clock.GetUtcNow())).AsTask());
        var project = await RunningAsync(condition: null);
        Assert.Empty((await PressAsync("Yara", project, "Approve part 1")).Errors);

        Assert.Equal(["You approved this payment once. The second approval has to come from somebody else."], (await PressAsync("Yara", project, "Approve part 1")).Errors);
        var yara = People["Yara"].Id;
        Assert.Equal("ck_payments_two_people", (await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db =>
            db.Database.ExecuteSqlAsync($"update grants.payments set finance_id = {yara}, finance_at = now()")))).ConstraintName);
        Assert.Empty((await PressAsync("Finn", project, "Approve part 1")).Errors);
    }

    [Fact]
    public async Task The_supporting_adult_approves_nothing_even_with_a_task_in_the_fund()
    {
        var project = await RunningAsync();
        await PressAsync("Yara", project, "Approve part 1");
        var sue = People["Sue"].Id;
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, sue, FundRole.FinanceOfficer, People["Ada"].Id, Clock.GetUtcNow())).AsTask());
        Assert.Equal("ck_payments_not_the_adult", (await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db =>
            db.Database.ExecuteSqlAsync($"update grants.payments set finance_id = {sue}, finance_at = now()")))).ConstraintName);
    }

    [Fact]
    public async Task Over_the_funds_limit_the_accountable_officer_signs_too()
    {
        await ChangeAsync(async db => (await db.Funds.SingleAsync()).SignPaymentsOver(new Tally.Money(500_00)));
        var project = await RunningAsync(condition: null);
        await PressAsync("Yara", project, "Approve part 1");
        await PressAsync("Finn", project, "Approve part 1");
        Assert.Contains("Nothing is ready.", (await (await AsAsync("Finn")).OpenAsync(Payments)).Text, StringComparison.Ordinal);
        await PressAsync("Alan", project, "Approve part 1");
        Assert.Contains($"{project.Ref}-P1", await SendAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_comes_first_holds_the_money_back_until_it_is_ticked_off()
    {
        var project = await RunningAsync(condition: "Show us your safeguarding policy");
        Assert.Equal(["A condition that comes before the payment is not met yet."], (await PressAsync("Yara", project, "Approve part 1")).Errors);
        await PressAsync("Yara", project, "Tick off", ("evidence", "Read it on their page."));
        Assert.Empty((await PressAsync("Yara", project, "Approve part 1")).Errors);
    }

    [Fact]
    public async Task Payments_go_out_in_a_file_with_a_total_and_come_back_line_by_line()
    {
        var bikes = await RunningAsync(sum: "1500.01", parts: "50, 40, 10");
        var boats = await RunningAsync("Boats", "200");
        foreach (var (project, number) in new[] { (bikes, 1), (bikes, 2), (boats, 1) })
        {
            await PressAsync("Yara", project, $"Approve part {number}");
            await PressAsync("Finn", project, $"Approve part {number}");
        }

        var file = await SendAsync();
        Assert.Contains($"\"{bikes.Ref}-P1\",\"Bikes Trust\",\"20-00-00\",\"12345678\",\"750.00\"", file, StringComparison.Ordinal);
        Assert.Contains("\"total\",\"\",\"\",\"\",\"1550.00\"", file, StringComparison.Ordinal);
        Assert.Contains("Nothing is ready.", (await (await AsAsync("Finn")).OpenAsync(Payments)).Text, StringComparison.Ordinal);

        var page = await ArriveAsync($"""
            reference,amount,paid_on,bank_reference,failed_because
            {bikes.Ref}-P1,750.00,2027-03-20,B1,
            {bikes.Ref}-P2,600.01,2027-03-20,B2,
            {boats.Ref}-P1,200.00,,,No such account
            XX27-0001-P1,1.00,2027-03-20,,
            {bikes.Ref}-P1,750.00,2027-03-20,B1,
            what,is,this,,
            """);
        Assert.Equal(
        [
            "Line 3: The sum is not the one that was sent.", "Line 5: No payment of this fund has this reference.", "Line 6: This payment was entered before.",
            "Line 7: It cannot be read: it needs a reference, a sum, and a day such as 2027-03-20 or a reason why it failed.",
        ], page.Errors);
        Assert.Equal(750_00, await AskOwnerAsync<long>("select sum(amount)::bigint from grants.pot_entries where kind = 'Pay'"));
        Assert.Equal(["faye-ito@example.org", "finn-ito@example.org", "lea-moss@example.org", "sue-hart@example.org"],
            await WithDbAsync(db => db.Messages.Where(mail => mail.Subject == $"Money was sent: {bikes.Ref}").Select(mail => mail.To).Order().ToListAsync()));
        Assert.Equal(4, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Subject == $"A payment did not arrive: {boats.Ref}")));
        Assert.Contains("did not arrive: No such account", (await (await AsAsync("Yara")).OpenAsync(PathOf(boats))).Text, StringComparison.Ordinal);
        Assert.Contains("Paid so far £750", (await Visitor().OpenAsync(PathOf(bikes))).Text, StringComparison.Ordinal);
        Assert.Empty((await PressAsync("Yara", boats, "Approve part 1")).Errors);
    }

    [Fact]
    public async Task Scenario_35_A_changed_account_stops_all_payments_until_another_finance_officer_has_called_back()
    {
        var project = await RunningAsync(sum: "1000", parts: "50, 50");
        await PayAsync(project, 1);
        await AccountAsync(project, "87654321");

        Assert.Equal(["The account was changed. Nothing is paid until a finance officer has rung the organisation."], (await PressAsync("Yara", project, "Approve part 2")).Errors);
        Assert.Equal(["faye-ito@example.org", "finn-ito@example.org", "lea-moss@example.org", "sue-hart@example.org"],
            await WithDbAsync(db => db.Messages.Where(m => m.Subject.StartsWith("Bank details were changed")).Select(m => m.To).Order().ToListAsync()));
        Assert.Equal(["Another finance officer has to make this call: you checked the account before, or typed this one in."],
            (await PressAsync("Finn", project, "Write the call down", ("note", "Rang them again."))).Errors);
        Assert.Equal(["Write whom you rang, on which number, and what they said"], (await PressAsync("Faye", project, "Write the call down", ("note", " "))).Errors);
        await PressAsync("Faye", project, "Write the call down", ("note", "Rang 01632 960001, Mr Hart: they changed banks."));
        Assert.Empty((await PressAsync("Yara", project, "Approve part 2")).Errors);
    }

    [Fact]
    public async Task Bank_details_are_read_by_finance_officers_only_and_each_reading_is_in_the_journal()
    {
        var project = await RunningAsync();
        var account = $"{PathOf(project)}/account";
        foreach (var who in new[] { "Yara", "Alan", "Dana", "Lea", "Sue" })
            Assert.NotEqual(HttpStatusCode.OK, (await (await AsAsync(who)).OpenAsync(account)).Status);
        Assert.Equal(0, await ReadingsAsync());

        Assert.Contains("12345678", (await (await AsAsync("Faye")).OpenAsync(account)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await ReadingsAsync());
        await PressAsync("Yara", project, "Approve part 1");
        await PressAsync("Finn", project, "Approve part 1");
        await SendAsync();
        Assert.Equal(2, await ReadingsAsync());
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from grants.bank_accounts where position('12345678'::bytea in sealed) > 0"));
    }

    [Fact]
    public async Task No_payment_and_no_change_of_the_ledger_gets_round_the_database()
    {
        var project = await RunningAsync(parts: "50, 50");
        await PayAsync(project);
        var award = (await AwardOfAsync(project)).Id;
        foreach (var change in new[]
                 {
                     $"insert into grants.pot_entries (id, pot_id, kind, amount, reason, award_id, at) select gen_random_uuid(), pot_id, 'Pay', 50001, '', '{award}', now() from grants.award_shares",
                     "update grants.pot_entries set amount = 1", "delete from grants.pot_entries", "update grants.payments set paid_on = '2020-01-01'", "delete from grants.payments",
                     "update grants.bank_accounts set sealed = '\\x00'", "update grants.payment_batches set total = 1",
                 })
            await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync(change)));
    }

    Task<int> ReadingsAsync() => WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Read bank details"));
}
