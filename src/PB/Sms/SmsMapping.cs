// Longer than the house allows: the tables of the room in one place, a few lines each.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Roll;
using PB.Rounds;

namespace PB.Sms;

/// <summary>The tables of the room, all in the schema <c>sms</c>.</summary>
sealed class SmsMapping :
    IEntityTypeConfiguration<TextNumber>, IEntityTypeConfiguration<TextSetUp>, IEntityTypeConfiguration<TextSetUpNumber>, IEntityTypeConfiguration<TextTitle>,
    IEntityTypeConfiguration<Phone>, IEntityTypeConfiguration<PhoneLink>, IEntityTypeConfiguration<TextEcho>, IEntityTypeConfiguration<TextSession>,
    IEntityTypeConfiguration<InboundText>, IEntityTypeConfiguration<OutboundText>, IEntityTypeConfiguration<IssuedCode>, IEntityTypeConfiguration<CodeAttempt>,
    IEntityTypeConfiguration<LinkCode>, IEntityTypeConfiguration<TextAlert>, IEntityTypeConfiguration<TextedIdea>, IEntityTypeConfiguration<ResultWish>
{
    const string Schema = "sms";

    public const string OneLinkPerRound = "ux_phone_links_phone_id_round_id";

    public void Configure(EntityTypeBuilder<TextNumber> builder)
    {
        builder.ToTable("numbers", Schema);
        builder.HasIndex(number => number.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TextSetUp> builder)
    {
        builder.ToTable("rounds", Schema);
        builder.HasKey(setUp => setUp.RoundId);
        builder.HasOne<Round>().WithMany().HasForeignKey(setUp => setUp.RoundId);
        builder.HasMany(setUp => setUp.Numbers).WithOne().HasForeignKey(number => number.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(setUp => setUp.Titles).WithOne().HasForeignKey(title => title.RoundId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<TextSetUpNumber> builder)
    {
        builder.ToTable("round_numbers", Schema);
        builder.HasKey(number => new { number.RoundId, number.NumberId });
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(number => number.NumberId);
    }

    public void Configure(EntityTypeBuilder<TextTitle> builder)
    {
        builder.ToTable("titles", Schema, table => table.HasCheckConstraint("ck_titles_number", "number between 1 and 999"));
        builder.HasKey(title => new { title.RoundId, title.Number });
        builder.Property(title => title.Title).HasMaxLength(TextTitle.Longest);
    }

    public void Configure(EntityTypeBuilder<Phone> builder)
    {
        builder.ToTable("phones", Schema);
        builder.HasIndex(phone => phone.Fingerprint).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PhoneLink> builder)
    {
        builder.ToTable("phone_links", Schema);
        builder.HasIndex(link => new { link.PhoneId, link.RoundId }).IsUnique().AreNullsDistinct(false);
        builder.HasOne<Phone>().WithMany().HasForeignKey(link => link.PhoneId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(link => link.VoterId);
        builder.HasOne<Round>().WithMany().HasForeignKey(link => link.RoundId);
    }

    public void Configure(EntityTypeBuilder<TextEcho> builder)
    {
        builder.ToTable("echoes", Schema);
        builder.HasKey(echo => new { echo.PhoneId, echo.RoundId });
        builder.HasOne<Phone>().WithMany().HasForeignKey(echo => echo.PhoneId);
        builder.HasOne<Round>().WithMany().HasForeignKey(echo => echo.RoundId);
    }

    public void Configure(EntityTypeBuilder<TextSession> builder)
    {
        builder.ToTable("sessions", Schema);
        builder.HasKey(session => new { session.PhoneId, session.NumberId });
        builder.HasOne<Phone>().WithMany().HasForeignKey(session => session.PhoneId);
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(session => session.NumberId);
        builder.HasOne<Round>().WithMany().HasForeignKey(session => session.RoundId);
    }

    public void Configure(EntityTypeBuilder<InboundText> builder)
    {
        builder.ToTable("inbound", Schema);
        builder.HasIndex(text => text.MessageSid).IsUnique();
        builder.HasIndex(text => new { text.PhoneId, text.ReceivedAt });
        builder.HasIndex(text => new { text.Outcome, text.ReceivedAt }).HasFilter("outcome = 'Held'");
        builder.HasOne<Phone>().WithMany().HasForeignKey(text => text.PhoneId);
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(text => text.NumberId);
        builder.HasOne<Round>().WithMany().HasForeignKey(text => text.RoundId);
    }

    public void Configure(EntityTypeBuilder<OutboundText> builder)
    {
        builder.ToTable("outbox", Schema);
        builder.HasIndex(text => text.NextTryAt).HasFilter("next_try_at is not null");
        builder.HasIndex(text => text.AnswerTo).IsUnique();
        builder.HasIndex(text => text.MessageSid).HasFilter("message_sid is not null");
        builder.HasIndex(text => new { text.PhoneId, text.CreatedAt });
        builder.HasOne<Phone>().WithMany().HasForeignKey(text => text.PhoneId);
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(text => text.NumberId);
        builder.HasOne<Round>().WithMany().HasForeignKey(text => text.RoundId);
        builder.HasOne<InboundText>().WithMany().HasForeignKey(text => text.AnswerTo);
    }

    public void Configure(EntityTypeBuilder<IssuedCode> builder)
    {
        builder.ToTable("codes", Schema);
        builder.HasIndex(code => code.Fingerprint).IsUnique();
        builder.HasOne<Round>().WithMany().HasForeignKey(code => code.RoundId);
        builder.HasOne<Voter>().WithMany().HasForeignKey(code => code.VoterId);
        builder.HasOne<Phone>().WithMany().HasForeignKey(code => code.UsedBy);
    }

    public void Configure(EntityTypeBuilder<CodeAttempt> builder)
    {
        builder.ToTable("code_attempts", Schema);
        builder.HasIndex(attempt => new { attempt.PhoneId, attempt.At });
        builder.HasOne<Phone>().WithMany().HasForeignKey(attempt => attempt.PhoneId);
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(attempt => attempt.NumberId);
    }

    public void Configure(EntityTypeBuilder<LinkCode> builder)
    {
        builder.ToTable("link_codes", Schema);
        builder.HasIndex(code => code.Fingerprint);
        builder.HasOne<Person>().WithMany().HasForeignKey(code => code.PersonId);
        builder.HasOne<Phone>().WithMany().HasForeignKey(code => code.PhoneId);
    }

    public void Configure(EntityTypeBuilder<TextAlert> builder)
    {
        builder.ToTable("alerts", Schema);
        builder.HasOne<Phone>().WithMany().HasForeignKey(alert => alert.PhoneId);
        builder.HasOne<Round>().WithMany().HasForeignKey(alert => alert.RoundId);
        builder.HasOne<InboundText>().WithMany().HasForeignKey(alert => alert.TextId);
        builder.HasOne<Person>().WithMany().HasForeignKey(alert => alert.HandledBy);
    }

    public void Configure(EntityTypeBuilder<TextedIdea> builder)
    {
        builder.ToTable("ideas", Schema);
        builder.HasOne<Round>().WithMany().HasForeignKey(idea => idea.RoundId);
        builder.HasOne<Phone>().WithMany().HasForeignKey(idea => idea.PhoneId);
    }

    public void Configure(EntityTypeBuilder<ResultWish> builder)
    {
        builder.ToTable("result_wishes", Schema);
        builder.HasKey(wish => new { wish.PhoneId, wish.RoundId });
        builder.HasOne<Phone>().WithMany().HasForeignKey(wish => wish.PhoneId);
        builder.HasOne<TextNumber>().WithMany().HasForeignKey(wish => wish.NumberId);
        builder.HasOne<Round>().WithMany().HasForeignKey(wish => wish.RoundId);
    }
}
