using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Neighbourhoods;

/// <summary>Questions about what lies inside what.</summary>
public static class NeighbourhoodTree
{
    /// <summary>Every neighbourhood in which this postcode lies, with the larger ones around them. Where no list has it, the boundaries decide.</summary>
    public static async Task<List<Guid>> AroundAsync(this PbContext db, Postcode postcode, CancellationToken cancel)
    {
        var listed = await db.Database.SqlQuery<Guid>($"""select id as "Value" from neighbourhoods_around({postcode.Text}) as around (id)""").ToListAsync(cancel);
        return listed.Count > 0 ? listed : await db.BoundedAroundAsync(postcode, cancel);
    }

    /// <summary>This neighbourhood and every one inside it.</summary>
    public static Task<List<Guid>> WithinAsync(this PbContext db, Guid neighbourhood, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>($"""
            with recursive within as (
                select {neighbourhood} as id
                union
                select n.id from neighbourhoods n join within on n.parent_id = within.id)
            select id as "Value" from within
            """).ToListAsync(cancel);

    /// <summary>The neighbourhoods of somebody's appointments, and every one inside them.</summary>
    public static Task<List<Guid>> ManagedByAsync(this PbContext db, Guid person, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>($"""
            with recursive managed as (
                select neighbourhood_id as id from appointments where person_id = {person}
                union
                select n.id from neighbourhoods n join managed on n.parent_id = managed.id)
            select id as "Value" from managed
            """).ToListAsync(cancel);

    /// <summary>The neighbourhoods around this one, the nearest first.</summary>
    public static Task<List<Guid>> AroundAsync(this PbContext db, Guid neighbourhood, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>($"""
            with recursive around as (
                select parent_id as id, 1 as steps from neighbourhoods where id = {neighbourhood}
                union
                select n.parent_id, steps + 1 from neighbourhoods n join around on n.id = around.id)
            select id as "Value" from around where id is not null order by steps
            """).ToListAsync(cancel);
}
