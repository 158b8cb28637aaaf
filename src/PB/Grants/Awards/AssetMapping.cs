using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Awards;

sealed class AssetMapping : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("assets", GrantTables.Schema, table => table.HasCheckConstraint("ck_assets_kept",
            "(bought_on is null) = (holder = '') and (gone_at is null) = (gone_said_by is null) and (gone_at is null) = (gone_because = '')"));
        builder.Ignore(asset => asset.KeptUntil);
        builder.HasIndex(asset => new { asset.AwardId, asset.Line }).IsUnique();
        builder.Property(asset => asset.What).HasMaxLength(200);
        builder.Property(asset => asset.Holder).HasMaxLength(200);
        builder.Property(asset => asset.GoneBecause).HasMaxLength(500);
        builder.HasOne<Award>().WithMany().HasForeignKey(asset => asset.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(asset => asset.EnteredBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(asset => asset.GoneSaidBy);
    }
}
