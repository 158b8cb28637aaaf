using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Rounds;

namespace PB.Results;

sealed class PackMapping : IEntityTypeConfiguration<Pack>
{
    public void Configure(EntityTypeBuilder<Pack> builder)
    {
        builder.ToTable("packs", table => table.HasCheckConstraint("ck_packs_level", "level between 1 and 3"));
        builder.HasKey(pack => new { pack.RoundId, pack.Version });
        builder.HasOne<Round>().WithMany().HasForeignKey(pack => pack.RoundId);
    }
}
