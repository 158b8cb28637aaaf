using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PB.Approvals;
using PB.Ballots;
using PB.Delivery;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Journal;
using PB.Neighbourhoods;
using PB.Outbox;
using PB.People;
using PB.Proposals;
using PB.Results;
using PB.Roll;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Data;

/// <summary>The facts, as they lie in PostgreSQL. Ballots are not among them: see <see cref="BallotBox"/>.</summary>
public sealed class PbContext(DbContextOptions<PbContext> options)
    : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Neighbourhood> Neighbourhoods => Set<Neighbourhood>();
    public DbSet<NeighbourhoodAlias> NeighbourhoodAliases => Set<NeighbourhoodAlias>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProposalPhoto> ProposalPhotos => Set<ProposalPhoto>();
    public DbSet<CoProposer> CoProposers => Set<CoProposer>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<OwedAnswer> OwedAnswers => Set<OwedAnswer>();
    public DbSet<Merger> Mergers => Set<Merger>();
    public DbSet<PassingOn> PassedOn => Set<PassingOn>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentReport> CommentReports => Set<CommentReport>();
    public DbSet<IdeaRules> IdeaRules => Set<IdeaRules>();
    public DbSet<ScreeningDecision> ScreeningDecisions => Set<ScreeningDecision>();
    public DbSet<ScreeningPlan> ScreeningPlans => Set<ScreeningPlan>();
    public DbSet<Checklist> Checklists => Set<Checklist>();
    public DbSet<ChecklistQuestion> ChecklistQuestions => Set<ChecklistQuestion>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<DepartmentOfficer> DepartmentOfficers => Set<DepartmentOfficer>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<Mending> Mendings => Set<Mending>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<Exclusion> Exclusions => Set<Exclusion>();
    public DbSet<ShortlistPanel> ShortlistPanels => Set<ShortlistPanel>();
    public DbSet<ShortlistLine> ShortlistLines => Set<ShortlistLine>();
    public DbSet<NumberLot> NumberLots => Set<NumberLot>();
    public DbSet<Voter> Voters => Set<Voter>();
    public DbSet<RollEntry> RollEntries => Set<RollEntry>();
    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();
    public DbSet<RegisterPerson> RegisterPeople => Set<RegisterPerson>();
    public DbSet<CodeBatch> CodeBatches => Set<CodeBatch>();
    public DbSet<LetterCode> LetterCodes => Set<LetterCode>();
    public DbSet<ProvisionalVoter> ProvisionalVoters => Set<ProvisionalVoter>();
    public DbSet<PostcodePosition> PostcodePositions => Set<PostcodePosition>();
    public DbSet<RoundFollower> RoundFollowers => Set<RoundFollower>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<Pack> Packs => Set<Pack>();
    public DbSet<DeliveryUpdate> DeliveryUpdates => Set<DeliveryUpdate>();
    public DbSet<Fund> Funds => Set<Fund>();
    public DbSet<FundAppointment> FundAppointments => Set<FundAppointment>();
    public DbSet<FundPot> FundPots => Set<FundPot>();
    public DbSet<PotEntry> PotEntries => Set<PotEntry>();
    public DbSet<Panel> Panels => Set<Panel>();
    public DbSet<PanelMember> PanelMembers => Set<PanelMember>();
    public DbSet<AdultCheck> AdultChecks => Set<AdultCheck>();
    public DbSet<ConflictLowering> ConflictLowerings => Set<ConflictLowering>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<HostOrganisation> HostOrganisations => Set<HostOrganisation>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<Award> Awards => Set<Award>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<PaymentBatch> PaymentBatches => Set<PaymentBatch>();
    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<MoneyBack> MoneyBacks => Set<MoneyBack>();
    public DbSet<Feedback> Feedback => Set<Feedback>();
    public DbSet<ProcessAppeal> ProcessAppeals => Set<ProcessAppeal>();
    public DbSet<Worry> Worries => Set<Worry>();
    public DbSet<SharedThread> Threads => Set<SharedThread>();
    public DbSet<ThreadMessage> ThreadMessages => Set<ThreadMessage>();
    public DbSet<GroupPhoto> GroupPhotos => Set<GroupPhoto>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<EligibilityCheck> EligibilityChecks => Set<EligibilityCheck>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<EligibilityQuery> EligibilityQueries => Set<EligibilityQuery>();
    public DbSet<ConflictDeclaration> ConflictDeclarations => Set<ConflictDeclaration>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<ApprovalRequest> ApprovalRequests => Set<ApprovalRequest>();
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<Anomaly> Anomalies => Set<Anomaly>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>How a context is put on a database, wherever one is.</summary>
    public static DbContextOptionsBuilder On(DbContextOptionsBuilder options, DbDataSource database) =>
        options.UseNpgsql(database, npgsql => npgsql.MigrationsHistoryTable("migrations"));

    public static PbContext On(DbDataSource database) =>
        new((DbContextOptions<PbContext>)On(new DbContextOptionsBuilder<PbContext>(), database).Options);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PersonMapping.NameIdentityTables(builder);
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.ApplyConfigurationsFromAssembly(typeof(PbContext).Assembly);

        // EF's default would delete ballots' voters with a person, and proposals with a round.
        // Parts that a record replaces (criteria, photos …) say ClientCascade: the database itself still refuses.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
            if (key.DeleteBehavior is not DeleteBehavior.ClientCascade)
                key.DeleteBehavior = DeleteBehavior.Restrict;
        foreach (var key in builder.Model.GetEntityTypes().Where(IsOurs).Select(entity => entity.FindProperty("Id")).OfType<IMutableProperty>())
            if (key.ClrType == typeof(Guid))
                key.ValueGenerated = ValueGenerated.Never;
        SnakeCase.Apply(builder);
    }

    // Ids come from Ids.New; if EF thought that it makes them, it would take a new part of a record for a changed one.
    static bool IsOurs(IReadOnlyEntityType entity) => entity.ClrType.Assembly == typeof(PbContext).Assembly;
}
