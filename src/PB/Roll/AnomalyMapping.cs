using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Roll;

sealed class AnomalyMapping : IEntityTypeConfiguration<Anomaly>
{
    public void Configure(EntityTypeBuilder<Anomaly> builder)
    {
        builder.ToTable("anomalies", "register", table => table.HasCheckConstraint("ck_anomalies_decided_whole",
            "(decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null)"));
        builder.Property(anomaly => anomaly.Key).HasMaxLength(100);
        builder.HasIndex(anomaly => new { anomaly.Kind, anomaly.Key, anomaly.RoundId }).IsUnique().AreNullsDistinct(false);
        builder.HasOne<Round>().WithMany().HasForeignKey(anomaly => anomaly.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(anomaly => anomaly.DecidedBy);
    }
}
