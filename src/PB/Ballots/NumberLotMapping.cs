using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Ballots;

sealed class NumberLotMapping : IEntityTypeConfiguration<NumberLot>
{
    public void Configure(EntityTypeBuilder<NumberLot> builder)
    {
        builder.ToTable("number_lots", table => table.HasCheckConstraint("ck_number_lots_numbers", "first > 0 and count > 0 and seed <> ''"));
        builder.HasIndex(lot => new { lot.RoundId, lot.First }).IsUnique();
        builder.HasOne<Round>().WithMany().HasForeignKey(lot => lot.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(lot => lot.DrawnBy);
    }
}
