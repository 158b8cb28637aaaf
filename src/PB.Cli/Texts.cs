namespace PB.Cli;

static class Texts
{
    public const string Help = """
        pb: counts participatory budgeting elections, exactly, and says why.

        Use:
          pb tally FILE --rule RULE [--json]   count the election in a Pabulib file (.pb)
          pb tally --help                      what the rules do, with examples
          pb --help                            this text

        Exit codes: 0 done, 1 the file is wrong, 2 the command is wrong.
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
