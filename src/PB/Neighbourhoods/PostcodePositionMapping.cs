using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Neighbourhoods;

sealed class PostcodePositionMapping : IEntityTypeConfiguration<PostcodePosition>
{
    public void Configure(EntityTypeBuilder<PostcodePosition> builder)
    {
        builder.ToTable("postcode_positions", table =>
            table.HasCheckConstraint("ck_postcode_positions_on_the_globe", "latitude between -90 and 90 and longitude between -180 and 180"));
        builder.HasKey(position => position.Postcode);
        builder.Property(position => position.Postcode).HasMaxLength(8);
    }
}
