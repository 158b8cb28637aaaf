using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Neighbourhoods;
using PB.People;

namespace PB.Grants.Funds;

sealed class FundMapping :
    IEntityTypeConfiguration<Fund>,
    IEntityTypeConfiguration<FundAppointment>,
    IEntityTypeConfiguration<FundPot>,
    IEntityTypeConfiguration<PotEntry>
{
    public const string OneSlugEach = "ux_funds_slug";

    public void Configure(EntityTypeBuilder<Fund> builder)
    {
        builder.ToTable("funds", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_funds_ages", "age_min between 11 and 25 and age_max between age_min and 25 and age_extended_max between age_max and 25 and parent_consent_under between 13 and 18");
            table.HasCheckConstraint("ck_funds_worries_kept", "worries_kept_months between 1 and 1200");
        });
        builder.HasIndex(fund => fund.Slug).IsUnique();
        builder.Property(fund => fund.Slug).HasMaxLength(60);
        builder.Property(fund => fund.Name).HasMaxLength(120);
        builder.ComplexProperty(fund => fund.Body, body =>
        {
            body.Property(b => b.Name).HasColumnName("accountable_body").HasMaxLength(120);
            body.Property(b => b.Letters).HasMaxLength(4);
        });
        builder.ComplexProperty(fund => fund.Ages, ages =>
        {
            ages.Property(a => a.Min).HasColumnName("age_min");
            ages.Property(a => a.Max).HasColumnName("age_max");
            ages.Property(a => a.ExtendedMax).HasColumnName("age_extended_max");
        });
        builder.ComplexProperty(fund => fund.Texts);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(fund => fund.NeighbourhoodId);
    }

    public void Configure(EntityTypeBuilder<FundAppointment> builder)
    {
        builder.ToTable("fund_appointments", GrantTables.Schema, table => table.HasCheckConstraint("ck_fund_appointments_by_another", "person_id <> appointed_by"));
        builder.Property(appointment => appointment.From).HasColumnName("since");
        builder.HasIndex(appointment => new { appointment.FundId, appointment.PersonId, appointment.Role }).IsUnique().HasFilter("until is null");
        builder.HasOne<Fund>().WithMany().HasForeignKey(appointment => appointment.FundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(appointment => appointment.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(appointment => appointment.AppointedBy);
    }

    public void Configure(EntityTypeBuilder<FundPot> builder)
    {
        builder.ToTable("pots", GrantTables.Schema);
        builder.Property(pot => pot.Name).HasMaxLength(80);
        builder.Property(pot => pot.Order).HasColumnName("place");
        builder.HasIndex(pot => new { pot.FundId, pot.Order }).IsUnique();
        builder.ComplexProperty(pot => pot.Restriction);
        builder.HasOne<Fund>().WithMany().HasForeignKey(pot => pot.FundId);
    }

    public void Configure(EntityTypeBuilder<PotEntry> builder)
    {
        builder.ToTable("pot_entries", GrantTables.Schema, table => table.HasCheckConstraint("ck_pot_entries_amount", "amount > 0"));
        builder.HasIndex(entry => new { entry.PotId, entry.At });
        builder.HasIndex(entry => entry.AwardId);
        builder.HasOne<FundPot>().WithMany().HasForeignKey(entry => entry.PotId);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.ById);
    }
}
