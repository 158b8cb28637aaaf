using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.People;

namespace PB.Grants.Care;

sealed class CareMapping :
    IEntityTypeConfiguration<Worry>,
    IEntityTypeConfiguration<GroupPhoto>,
    IEntityTypeConfiguration<PhotoConsent>,
    IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Worry> builder)
    {
        builder.ToTable("worries", GrantTables.Schema, table =>
            table.HasCheckConstraint("ck_worries_seen", "(seen_by is null) = (seen_at is null) and (closed_by is null) = (closed_at is null) and (closed_at is null or seen_at is not null)"));
        builder.HasIndex(worry => new { worry.FundId, worry.FiledAt });
        builder.HasOne<Fund>().WithMany().HasForeignKey(worry => worry.FundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(worry => worry.SeenBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(worry => worry.ClosedBy);
    }

    public void Configure(EntityTypeBuilder<GroupPhoto> builder)
    {
        builder.ToTable("group_photos", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_group_photos_faces", "faces between 0 and 200 and alt_text <> ''");
            table.HasCheckConstraint("ck_group_photos_moderated", "(moderated_by is null) = (released_at is null)");
        });
        builder.Ignore(photo => photo.IsShown).Ignore(photo => photo.HasAllConsents);
        builder.HasOne<Award>().WithMany().HasForeignKey(photo => photo.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(photo => photo.ModeratedBy);
        builder.HasMany(photo => photo.Consents).WithOne().HasForeignKey(consent => consent.PhotoId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<PhotoConsent> builder)
    {
        builder.ToTable("photo_consents", GrantTables.Schema);
        builder.Ignore(consent => consent.Holds);
        builder.Property(consent => consent.Who).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates", GrantTables.Schema);
        builder.HasIndex(certificate => certificate.Code).IsUnique();
        builder.HasOne<PanelMember>().WithMany().HasForeignKey(certificate => certificate.MemberId);
        builder.HasOne<Person>().WithMany().HasForeignKey(certificate => certificate.IssuedBy);
    }
}
