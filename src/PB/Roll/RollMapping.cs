using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Neighbourhoods;
using PB.People;
using PB.Rounds;

namespace PB.Roll;

sealed class RollMapping : IEntityTypeConfiguration<RollEntry>, IEntityTypeConfiguration<ProvisionalVoter>
{
    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTable("roll_entries", "register", table => table.HasCheckConstraint("ck_roll_entries_age", "age between 0 and 130"));
        builder.HasKey(entry => new { entry.RoundId, entry.VoterId });
        builder.Property(entry => entry.Postcode).HasMaxLength(8);
        builder.HasOne<Round>().WithMany().HasForeignKey(entry => entry.RoundId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(entry => entry.VoterId);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(entry => entry.AreaId);
    }

    public void Configure(EntityTypeBuilder<ProvisionalVoter> builder)
    {
        builder.ToTable("provisional_voters", "register", table =>
        {
            table.HasCheckConstraint("ck_provisional_voters_two_people", "confirmed_by is null or decided_by is not null and confirmed_by <> decided_by");
            table.HasCheckConstraint("ck_provisional_voters_decided_whole",
                "(decision is null) = (reason is null) and (decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)");
            table.HasCheckConstraint("ck_provisional_voters_forgotten", "confirmed_at is null or num_nonnulls(name, born_on, address, because) = 0");
        });
        builder.HasKey(voter => new { voter.RoundId, voter.VoterId });
        builder.Property(voter => voter.Name).HasMaxLength(100);
        builder.Property(voter => voter.Address).HasMaxLength(200);
        builder.HasOne<Round>().WithMany().HasForeignKey(voter => voter.RoundId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(voter => voter.VoterId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(voter => voter.Conflict);
        builder.HasOne<Person>().WithMany().HasForeignKey(voter => voter.DecidedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(voter => voter.ConfirmedBy);
    }
}

sealed class RegisterMapping : IEntityTypeConfiguration<RegisterImport>, IEntityTypeConfiguration<RegisterPerson>
{
    public const string OnePersonPerVoter = "ux_people_round_id_voter_id";

    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.ToTable("imports", "register");
        builder.HasOne<Round>().WithMany().HasForeignKey(import => import.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(import => import.MadeBy);
    }

    public void Configure(EntityTypeBuilder<RegisterPerson> builder)
    {
        builder.ToTable("people", "register", table =>
            table.HasCheckConstraint("ck_people_hashed", "length(digest) = 32 and (number_digest is null or length(number_digest) = 32)"));
        builder.HasKey(person => new { person.RoundId, person.Digest });
        builder.HasIndex(person => new { person.RoundId, person.VoterId }).IsUnique();
        builder.HasIndex(person => new { person.RoundId, person.NumberDigest });
        builder.HasOne<Round>().WithMany().HasForeignKey(person => person.RoundId);
        builder.HasOne<RegisterImport>().WithMany().HasForeignKey(person => person.ImportId);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(person => person.AreaId);
        builder.HasOne<LetterCode>().WithMany().HasForeignKey(person => person.CodeId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(person => person.VoterId);
    }
}

sealed class CodeMapping : IEntityTypeConfiguration<CodeBatch>, IEntityTypeConfiguration<LetterCode>
{
    public void Configure(EntityTypeBuilder<CodeBatch> builder)
    {
        builder.ToTable("code_batches", "register", table =>
        {
            table.HasCheckConstraint("ck_code_batches_size", $"size between 1 and {LetterCodes.MostInABatch}");
            table.HasCheckConstraint("ck_code_batches_voided_whole", "(voided_at is null) = (voided_because is null)");
        });
        builder.Property(batch => batch.Name).HasMaxLength(100);
        builder.HasOne<Round>().WithMany().HasForeignKey(batch => batch.RoundId);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(batch => batch.AreaId);
        builder.HasOne<Person>().WithMany().HasForeignKey(batch => batch.MadeBy);
    }

    public void Configure(EntityTypeBuilder<LetterCode> builder)
    {
        builder.ToTable("codes", "register", table =>
        {
            table.HasCheckConstraint("ck_codes_hashed", "length(digest) = 32");
            table.HasCheckConstraint("ck_codes_voided_whole", "(voided_at is null) = (voided_because is null)");
        });
        builder.HasIndex(code => code.Digest).IsUnique();
        builder.HasIndex(code => new { code.BatchId, code.Serial }).IsUnique();
        builder.HasIndex(code => code.VoterId).IsUnique();
        builder.HasOne<CodeBatch>().WithMany().HasForeignKey(code => code.BatchId);
        builder.HasOne<Round>().WithMany().HasForeignKey(code => code.RoundId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(code => code.VoterId);
    }
}
