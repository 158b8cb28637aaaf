using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Outbox;

sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public const string OncePerKey = "ux_messages_key";

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages", "outbox");
        builder.Ignore(message => message.IsGivenUp);
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => message.NextTryAt).HasFilter("next_try_at is not null");
    }
}
