using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Funds;
using PB.People;

namespace PB.Grants.Panels;

sealed class PanelMapping : IEntityTypeConfiguration<Panel>, IEntityTypeConfiguration<PanelMember>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<AdultCheck>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.ToTable("panels", GrantTables.Schema, table => table.HasCheckConstraint("ck_panels_members", "min_members >= 3 and term_months between 1 and 36 and parent_panel_id <> id"));
        builder.HasIndex(panel => new { panel.FundId, panel.Slug }).IsUnique();
        builder.Property(panel => panel.Slug).HasMaxLength(60);
        builder.Property(panel => panel.Name).HasMaxLength(120);
        builder.HasOne<Fund>().WithMany().HasForeignKey(panel => panel.FundId);
        builder.HasOne<Panel>().WithMany().HasForeignKey(panel => panel.ParentPanelId);
    }

    public void Configure(EntityTypeBuilder<PanelMember> builder)
    {
        builder.ToTable("panel_members", GrantTables.Schema, table => table.HasCheckConstraint("ck_panel_members_joined", "(person_id is null) = (joined_at is null)"));
        builder.Property(member => member.DisplayName).HasMaxLength(60);
        builder.HasIndex(member => new { member.PanelId, member.PersonId }).IsUnique().HasFilter("left_at is null");
        builder.HasIndex(member => member.KeyHash).IsUnique();
        builder.HasIndex(member => member.ParentKeyHash).IsUnique();
        builder.HasOne<Panel>().WithMany().HasForeignKey(member => member.PanelId);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
        builder.HasMany(member => member.Consents).WithOne().HasForeignKey(consent => consent.MemberId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<AdultCheck> builder)
    {
        builder.ToTable("adult_checks", GrantTables.Schema, table => table.HasCheckConstraint("ck_adult_checks_seen", "renew_on > checked_on and seen_by <> person_id"));
        builder.HasIndex(check => check.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.SeenBy);
    }

    public void Configure(EntityTypeBuilder<Consent> builder) => builder.ToTable("consents", GrantTables.Schema);
}
