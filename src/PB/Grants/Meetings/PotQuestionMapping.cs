using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Funds;

namespace PB.Grants.Meetings;

sealed class PotQuestionMapping : IEntityTypeConfiguration<PotQuestion>
{
    public void Configure(EntityTypeBuilder<PotQuestion> builder)
    {
        builder.ToTable("pot_questions", GrantTables.Schema, table => table.HasCheckConstraint("ck_pot_questions_settled", "(settled_at is null) = (kept is null) and (settled_at is null or vote_id is not null)"));
        builder.HasIndex(asked => asked.PotId).IsUnique().HasFilter("settled_at is null");
        builder.HasOne<FundPot>().WithMany().HasForeignKey(asked => asked.PotId);
        builder.HasOne<Vote>().WithMany().HasForeignKey(asked => asked.VoteId);
    }
}
