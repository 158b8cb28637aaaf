using PB.Tally;

namespace PB.Grants.Applications;

// What happens to an application, until the panel reads it.
public sealed partial class Application
{
    /// <summary>Whether it was sent, signed and not taken back: what the fund's adults check and the panel decides on.</summary>
    public bool IsIn => CosignedAt is not null && WithdrawnAt is null;

    public void Write(ApplicationText text)
    {
        (Title, Summary, Answers, Group) = (text.Title, text.Summary, text.Answers, text.Group);
        Change();
    }

    /// <summary>Begins with the words and the budget of an earlier plan. Its days are over; its film, its papers and its adult's name were for that one.</summary>
    public void TakeAlong(Application earlier, DateTimeOffset now)
    {
        var answers = earlier.Answers with { Transcript = "", RecordingHash = "", StartsOn = null, EndsOn = null };
        Write(new ApplicationText(earlier.Title, earlier.Summary, answers, earlier.Group));
        AskFor(earlier.Amounts, earlier.Lines.OrderBy(line => line.Number).Select(line => new BudgetWords(line.Category, line.Description, line.Quantity, line.UnitPrice, line.Capital)), now);
    }

    /// <summary>What is said and shown in a film or a voice, for those who cannot see or hear it.</summary>
    public void WriteDown(string transcript)
    {
        if (Answers.Transcript == transcript)
            return;
        Answers = Answers with { Transcript = transcript };
        Change();
    }

    /// <summary>A film or a voice, by its hash; empty where the group takes it out.</summary>
    public void Attach(string recordingHash)
    {
        Answers = Answers with { RecordingHash = recordingHash };
        Change();
    }

    /// <summary>A paper came, or another took its place.</summary>
    public void AddPaper() => Change();

    public void AskFor(AmountsAsked amounts, IEnumerable<BudgetWords> budget, DateTimeOffset now)
    {
        Amounts = amounts;
        lines.Clear();
        lines.AddRange(budget.Select((line, index) => new BudgetLine(Id, index + 1, line, now)));
        Change();
    }

    /// <summary>The adult's own part: it is not of what the team wrote, and asks for no new signature.</summary>
    public void BeHostedBy(Guid hostOrganisationId) => HostOrganisationId = hostOrganisationId;

    public void AskAdult(string email) => (AdultEmail, AdultId) = (email, null);

    /// <summary>Another adult looks after it from now on, and has signed the terms of its grant.</summary>
    public void ComeTo(Guid adultId, string email) => (AdultId, AdultEmail) = (adultId, email);

    /// <summary>The team is done; the adult is asked to sign exactly this.</summary>
    public void Submit(string reference, byte[] hash, DateTimeOffset now)
    {
        Ref ??= reference;
        (VersionHash, SubmittedAt) = (hash, now);
    }

    public void Cosign(Guid adultId, DateTimeOffset now)
    {
        if (VersionHash is null)
            throw new InvalidOperationException($"Application {Id} is being written: there is nothing to sign.");
        if (signatures.All(signature => signature.Version != Version))
            signatures.Add(new Signature(Id, adultId, Version, VersionHash, now));
        (AdultId, CosignedAt) = (adultId, now);
        EnteredAt ??= now;
    }

    public void AskForHelp(DateTimeOffset now) => HelpAskedAt ??= now;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    public void FindEligible(DateTimeOffset now) => (FoundEligibleAt, FoundIneligibleAt, IneligibleBecause) = (now, null, "");

    public void FindIneligible(string because, DateTimeOffset now) => (FoundEligibleAt, FoundIneligibleAt, IneligibleBecause) = (null, now, because);

    /// <summary>What its lines come to.</summary>
    public Money BudgetTotal => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);

    // What was sent is not what is there any more: it is sent and signed again.
    void Change()
    {
        if (VersionHash is null)
            return;
        Version++;
        (VersionHash, SubmittedAt, CosignedAt) = (null, null, null);
    }
}

/// <summary>The words of an application, as a group writes them.</summary>
public sealed record ApplicationText(string Title, string Summary, ApplicationAnswers Answers, ApplyingGroup Group);
