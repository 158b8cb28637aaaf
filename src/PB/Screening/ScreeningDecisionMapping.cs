using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

sealed class ScreeningDecisionMapping : IEntityTypeConfiguration<ScreeningDecision>
{
    public void Configure(EntityTypeBuilder<ScreeningDecision> builder)
    {
        builder.ToTable("screening_decisions", table =>
        {
            table.HasCheckConstraint("ck_screening_decisions_reason", "reason <> '' and next_step <> ''");
            table.HasCheckConstraint("ck_screening_decisions_refusal_cites", "eligible or criterion_id is not null");
        });
        builder.HasOne<Proposal>().WithMany().HasForeignKey(decision => decision.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.OfficerId);
        builder.HasOne<Criterion>().WithMany().HasForeignKey(decision => decision.CriterionId);
        builder.HasIndex(decision => new { decision.ProposalId, decision.DecidedAt });
    }
}
