namespace PB.Cli;

static class Texts
{
    public const string Help = """
        pb: counts participatory budgeting elections, exactly, and says why.

        Use:
          pb tally FILE --rule RULE      count the election in a Pabulib file (.pb)
          pb tally --help                what the rules do, in plain words, with examples
          pb compare FILE                how the outcomes of several rules differ on one file
          pb verify PACK                 check a published result, without the website that published it
          pb verify --help               what is checked
          pb --help                      this text

        Where the site and its database are, ops/pb also has these; each tells more with --help:
          pb postcodes import FILE       which postcodes lie in which neighbourhood
          pb register import FILE        who may vote in a round, kept as keyed hashes
          pb proposals import ROUND FILE ideas from a table; pb proposals export ROUND gives one
          pb import FILE                 an election in a Pabulib file, through the site
          pb check                       what must always be true of the database

        Exit codes: 0 done, 1 the file is wrong, 2 the command is wrong, 3 nothing could be read, 4 the rule gave up.
        """;

    public const string VerifyHelp = """
        pb verify: check a published result, without the website or its database.

        Use:
          pb verify PACK

        PACK is the zip from a result page, or the folder that it was unpacked to.

        Each line says PASS, FAIL with the first difference, or SKIP with the reason:
           1  the files are those of the manifest         8  every ballot keeps to the rules
           2  the signatures are of the round's key        9  ballots are set aside by events only
           3  the leaves give the last root               10  voters and ballots agree
           4  every head is of this log                   11  no ballot came after the close
           5  the rules are those of leaf 0               12  the lot's seed can be made again
           6  every opened ballot is the one in its leaf  13  the count gives the same result, byte for byte
           7  each voter's newest ballot counts, once     14  the Pabulib file has the same ballots

        A pack proves that its parts agree. That it is the pack of your vote, you see by its key and root: compare them with
        what was made public while voting was open and at the close, and your own receipt with its log.

        Exit codes: 0 it verifies, 1 it does not, 2 the command is wrong, 3 nothing could be read.
        """;

    public const string CompareHelp = """
        pb compare: how the outcomes of several rules differ on one file.

        Use:
          pb compare FILE [--rules A,B,C] [--ties T,U] [--lenient] [--json]

        --rules A,B,C   the rules to compare; without it, rules that suit the ballots. Their names: pb tally --help
        --ties T,U      what decides between equals, as in pb tally
        --lenient       repair what can be repaired in the file, and say what
        --json          print one object instead of tables

        The first table has a line for each rule: what is spent and what is left, how many projects are funded,
        how many voters get nothing that they chose, and for a voter on average how many of the projects they chose
        are funded and what those cost. If the file has categories, the second says how the votes and the
        money are spread over them. The last lists the projects that some of the rules fund and others do not.

        How to read it: no rule is best at everything. Fewer voters with nothing is fairer to minorities; more
        money each favours large projects. If few projects differ, choose the rule that is easiest to explain.

        Examples:
          pb compare warsaw.pb
          pb compare warsaw.pb --rules greedy_cost,mes_cost_add1u,phragmen

        Exit codes: 0 compared, 1 the file is wrong, 2 the command is wrong, 4 a rule gave up.
        """;

    public static string TallyHelp => $"""
        pb tally: count the election in a Pabulib file (.pb).

        Use:
          pb tally FILE --rule RULE [--explain PROJECT] [--ties T,U] [--lenient] [--json]

        THE RULES

        {RuleHelp.Text()}

        A rule for points or rankings needs such ballots. All others count them as plain votes.

        THE OPTIONS

          --explain PROJECT    say in plain English why the project with this id is funded or not, and what
                               it would have taken
          --ties T,U           what decides between equals, in this order: price (the cheaper first), votes,
                               number (the project id, in code-point order; always the last), lot
          --seed TEXT          from what the lot is drawn
          --lenient            repair what can be repaired in the file, and say what
          --json               print one object: rule, currency, budget, spent, ballots, funded (ids in the
                               order of decision), ties (the projects tied, and how it was decided), and for
                               each project the figures behind the decision. Amounts are exact.

        How to read the table: projects stand in the order of decision. "Short" says what a loser would have
        needed, all else equal: so many more votes, or a price so much lower. A tie is shown only if another
        order of the tied projects would have funded others.

        Examples:
          pb tally warsaw.pb --rule greedy_cost
          pb tally warsaw.pb --rule phragmen --explain 1932
          pb tally warsaw.pb --rule greedy_votes --ties price,votes --json | jq .funded

        Exit codes: 0 counted, 1 the file is wrong (the line and the reason are shown), 2 the command is wrong,
        4 the rule gave up.
        """;
}
