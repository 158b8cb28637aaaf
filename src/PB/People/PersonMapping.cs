using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Neighbourhoods;

namespace PB.People;

sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people", table => table.HasCheckConstraint("ck_people_erased_whole",
            "erased_at is null or name = '' and num_nonnulls(email, normalized_email, user_name, normalized_user_name, password_hash, phone_number) = 0"));
        builder.Property(person => person.Name).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments");
        builder.HasKey(appointment => new { appointment.PersonId, appointment.NeighbourhoodId });
        builder.HasOne<Person>().WithMany().HasForeignKey(appointment => appointment.PersonId);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(appointment => appointment.NeighbourhoodId);
    }

    public static void NameIdentityTables(ModelBuilder model)
    {
        model.Entity<IdentityRole<Guid>>().ToTable("roles");
        model.Entity<IdentityUserRole<Guid>>().ToTable("person_roles");
        model.Entity<IdentityUserClaim<Guid>>().ToTable("person_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("person_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("person_tokens");
        model.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
    }
}
