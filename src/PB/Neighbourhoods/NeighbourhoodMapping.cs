using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Neighbourhoods;

sealed class NeighbourhoodMapping :
    IEntityTypeConfiguration<Neighbourhood>,
    IEntityTypeConfiguration<NeighbourhoodAlias>,
    IEntityTypeConfiguration<NeighbourhoodPostcode>
{
    public const string OneSlugEach = "ux_neighbourhoods_slug";

    public void Configure(EntityTypeBuilder<Neighbourhood> builder)
    {
        builder.ToTable("neighbourhoods", table =>
            table.HasCheckConstraint("ck_neighbourhoods_not_inside_itself", "parent_id <> id"));
        builder.HasIndex(n => n.Slug).IsUnique();
        builder.Property(n => n.Slug).HasMaxLength(60);
        builder.Property(n => n.Name).HasMaxLength(100);
        builder.Property(n => n.Boundary).HasColumnType("jsonb");
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(n => n.ParentId);
        builder.HasMany(n => n.Aliases).WithOne().HasForeignKey(alias => alias.NeighbourhoodId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(n => n.Postcodes).WithOne().HasForeignKey(postcode => postcode.NeighbourhoodId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<NeighbourhoodAlias> builder)
    {
        builder.ToTable("neighbourhood_aliases");
        builder.HasKey(alias => alias.Slug);
        builder.Property(alias => alias.Slug).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<NeighbourhoodPostcode> builder)
    {
        builder.ToTable("neighbourhood_postcodes");
        builder.HasKey(postcode => new { postcode.NeighbourhoodId, postcode.Postcode });
        builder.HasIndex(postcode => postcode.Postcode);
        builder.Property(postcode => postcode.Postcode).HasMaxLength(8);
    }
}
