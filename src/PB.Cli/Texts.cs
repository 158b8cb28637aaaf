namespace PB.Cli;

static class Texts
{
    public const string Help = """
        pb: counts participatory budgeting elections, exactly, and says why.

        Use:
          pb tally FILE --rule RULE [--json]   count the election in a Pabulib file (.pb)
          pb tally --help                      what the rules do, with examples
          pb verify PACK                       check a published result, without the website that published it
          pb verify --help                     what is checked
          pb --help                            this text

        Exit codes: 0 done, 1 the file is wrong, 2 the command is wrong, 3 nothing could be read.
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

    public const string TallyHelp = """
        pb tally: count the election in a Pabulib file (.pb).

        Use:
          pb tally FILE --rule RULE [--json]

        RULE is one of:
          greedy_cost   Most votes first. Each project in turn is funded if the money left is enough
                        for it; one that does not fit is passed over, and the next is tried. Equal
                        votes: the project id decides. A project that nobody chose is funded too
                        if money is left at the end; cities leave it out, the academic reference does not.

        Points and rankings count as plain votes here: a project has the vote of each voter who listed it.

        --json          print one object instead of a table: rule, currency, budget, spent, ballots,
                        funded (ids in the order of decision), ties, and a line for each project.
                        Amounts are in the currency's main unit, exact.

        Examples:
          pb tally warsaw.pb --rule greedy_cost
          pb tally warsaw.pb --rule greedy_cost --json | jq .funded

        How to read the table: projects stand in the order of decision. "Short" says what a loser
        would have needed, all else equal: so many more votes, or a price so much lower.
        A tie is shown only if another order of the tied projects would have funded others.

        Exit codes: 0 counted, 1 the file is wrong (the line and the reason are shown), 2 the command is wrong.
        """;
}
