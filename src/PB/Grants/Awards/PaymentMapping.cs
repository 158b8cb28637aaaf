using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Funds;
using PB.People;

namespace PB.Grants.Awards;

sealed class PaymentMapping :
    IEntityTypeConfiguration<Payment>,
    IEntityTypeConfiguration<PaymentBatch>,
    IEntityTypeConfiguration<BankAccount>,
    IEntityTypeConfiguration<MoneyBack>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_payments_two_people", "finance_id <> coordinator_id");
            table.HasCheckConstraint("ck_payments_third_person", "officer_id <> coordinator_id and officer_id <> finance_id");
            table.HasCheckConstraint("ck_payments_approved", "batch_id is null or finance_id is not null and (officer_id is not null or not needs_officer)");
            table.HasCheckConstraint("ck_payments_paid", "paid_on is null or batch_id is not null and failed_at is null");
        });
        builder.Ignore(payment => payment.Phase);
        builder.HasIndex(payment => new { payment.AwardId, payment.Number }).IsUnique().HasFilter("failed_at is null");
        builder.HasOne<Instalment>().WithMany().HasForeignKey(payment => new { payment.AwardId, payment.Number });
        builder.HasOne<PaymentBatch>().WithMany().HasForeignKey(payment => payment.BatchId);
        builder.HasOne<Person>().WithMany().HasForeignKey(payment => payment.CoordinatorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(payment => payment.FinanceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(payment => payment.OfficerId);
    }

    public void Configure(EntityTypeBuilder<PaymentBatch> builder)
    {
        builder.ToTable("payment_batches", GrantTables.Schema);
        builder.HasIndex(batch => new { batch.FundId, batch.Number }).IsUnique();
        builder.HasIndex(batch => batch.Hash).IsUnique();
        builder.HasOne<Fund>().WithMany().HasForeignKey(batch => batch.FundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(batch => batch.MadeBy);
    }

    public void Configure(EntityTypeBuilder<BankAccount> builder)
    {
        builder.ToTable("bank_accounts", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_bank_accounts_checked", "(checked_by is null) = (checked_at is null) and (checked_at is null) = (call_back_note = '')");
            table.HasCheckConstraint("ck_bank_accounts_by_another", "checked_by <> entered_by");
        });
        builder.Ignore(account => account.Freezes);
        builder.HasIndex(account => new { account.AwardId, account.Version }).IsUnique();
        builder.HasOne<Award>().WithMany().HasForeignKey(account => account.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(account => account.EnteredBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(account => account.CheckedBy);
    }

    public void Configure(EntityTypeBuilder<MoneyBack> builder)
    {
        builder.ToTable("money_back", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_money_back_due", "due > 0 and received >= 0");
            table.HasCheckConstraint("ck_money_back_once", "waived_at is null or received_on is null");
            table.HasCheckConstraint("ck_money_back_waived", "waived_at is null or waived_by is not null or due < 1000");
            table.HasCheckConstraint("ck_money_back_received", "(received_on is null) = (received_by is null) and (received_on is null) = (received = 0)");
        });
        builder.Ignore(back => back.IsOpen);
        builder.HasIndex(back => back.AwardId);
        builder.HasOne<Award>().WithMany().HasForeignKey(back => back.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(back => back.WaivedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(back => back.ReceivedBy);
    }
}
