using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Tests.Town;

namespace PB.Tests.House;

public sealed class FactsTests : TownTest
{
    [Fact]
    public async Task The_model_has_no_change_that_is_not_migrated() =>
        Assert.False(await WithDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task The_database_never_deletes_along()
    {
        Assert.Equal(0L, await AskOwnerAsync<long>(
            "select count(*) from pg_constraint where contype = 'f' and confdeltype not in ('a', 'r') and connamespace <> 'quartz'::regnamespace"));
    }

    [Fact]
    public async Task Facts_are_set_by_what_happens_not_from_outside()
    {
        var open = await WithDbAsync(db => Task.FromResult(
            from entity in db.Model.GetEntityTypes()
            where entity.ClrType.Assembly == typeof(PbContext).Assembly && entity.ClrType.Name is not ("Person" or "DataProtectionKey")
            from property in entity.ClrType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true }
            select $"{entity.ClrType.Name}.{property.Name}"));
        Assert.Empty(open);
    }

    [Fact]
    public void Every_job_is_on_the_timetable() =>
        Assert.Equal(
            typeof(IJob).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJob))).Order(ByName),
            Timetable.Lines.Select(line => line.Job).Order(ByName));

    [Fact]
    public void The_rules_know_nothing_of_the_web() =>
        Assert.DoesNotContain(typeof(PbContext).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || name.Name == "PB.Web");

    [Fact]
    public void The_count_depends_on_nothing() =>
        Assert.All(typeof(Tally.Money).Assembly.GetReferencedAssemblies(), name => Assert.StartsWith("System", name.Name, StringComparison.Ordinal));

    static Comparer<Type> ByName { get; } = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.FullName, b.FullName));
}
