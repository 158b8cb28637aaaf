using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Funds;
using PB.People;

namespace PB.Grants.Care;

sealed class ThreadMapping : IEntityTypeConfiguration<SharedThread>, IEntityTypeConfiguration<ThreadMember>, IEntityTypeConfiguration<ThreadMessage>
{
    public void Configure(EntityTypeBuilder<SharedThread> builder)
    {
        builder.ToTable("threads", GrantTables.Schema);
        builder.Ignore(thread => thread.HasTwoAdults);
        builder.Property(thread => thread.Subject).HasMaxLength(120);
        builder.HasOne<Fund>().WithMany().HasForeignKey(thread => thread.FundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(thread => thread.StartedBy);
        builder.HasMany(thread => thread.Members).WithOne().HasForeignKey(member => member.ThreadId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(thread => thread.Messages).WithOne().HasForeignKey(message => message.ThreadId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ThreadMember> builder)
    {
        builder.ToTable("thread_members", GrantTables.Schema);
        builder.HasKey(member => new { member.ThreadId, member.PersonId });
        builder.Property(member => member.Name).HasMaxLength(60);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
    }

    public void Configure(EntityTypeBuilder<ThreadMessage> builder)
    {
        builder.ToTable("thread_messages", GrantTables.Schema, table => table.HasCheckConstraint("ck_thread_messages_moderated",
            "(moderated_by is null) = (num_nonnulls(released_at, kept_back_at) = 0) and num_nonnulls(released_at, kept_back_at) < 2 and moderated_by <> author_id"));
        builder.Ignore(message => message.Waits);
        builder.HasIndex(message => message.WrittenAt).HasFilter("released_at is null and kept_back_at is null");
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.AuthorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.ModeratedBy);
    }
}
