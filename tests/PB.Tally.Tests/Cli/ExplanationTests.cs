using PB.Tally.Tests.Files;

namespace PB.Tally.Tests.Cli;

/// <summary>Texts that were read aloud and approved. Whoever changes one reads the new one aloud.</summary>
public sealed class ExplanationTests
{
    [Theory]
    [InlineData("greedy_votes", "P", """
        "Park" (project P) is not funded. 3 of the 9 voters chose it, and it costs 290 GBP. The whole budget
        is 900 GBP.

        Projects are taken from the most votes to the fewest, and each is funded if the money left is enough
        for it. When its turn came, as number 3 of 5, no money was left. 2 projects had been funded before
        it, the last of them "New road" with 4 votes.

        All else equal, it would have been funded with 1 more vote, or if it cost nothing.
        """)]
    [InlineData("greedy_votes", "H", """
        "Village hall" (project H) is funded. 5 of the 9 voters chose it, and it costs 500 GBP. The whole
        budget is 900 GBP.

        Projects are taken from the most votes to the fewest, and each is funded if the money left is enough
        for it. When its turn came, as number 1 of 5, 900 GBP was left. That was enough, and 400 GBP was
        left after it.
        """)]
    [InlineData("greedy_votes_stop", "L", """
        "Pool" (project L) is not funded. 2 of the 9 voters chose it, and it costs 200 GBP. The whole budget
        is 900 GBP.

        Projects are taken from the most votes to the fewest, and each is funded up to the first that does
        not fit into the money left. There the count stops. A project before it did not fit, so this one was
        not looked at.

        All else equal, it would have been funded with 2 more votes.
        """)]
    [InlineData("greedy_card", "B", """
        "Bus stop" (project B) is not funded. 1 of the 9 voters chose it, and it costs 120 GBP. The whole
        budget is 900 GBP.

        Projects are taken from the most votes for each unit of their cost to the fewest, and each is funded
        if the money left is enough for it. When its turn came, as number 5 of 5, 110 GBP was left: 10 GBP
        too little. 2 projects had been funded before it, the last of them "Village hall" with 5 votes.

        All else equal, it would have been funded with 1 more vote, or at a price of 110 GBP, which is 10
        less.
        """)]
    [InlineData("phragmen", "R", """
        "New road" (project R) is not funded. 4 of the 9 voters chose it, and it costs 400 GBP. The whole
        budget is 900 GBP.

        Every voter earns money at the same speed, and spends it together with others: as soon as the voters
        who chose a project hold its cost, they buy it and begin again from nothing. The count ends as soon
        as a project that is next does not fit into the money left, here 110 GBP. This project costs 290 GBP
        more than that. Its voters would have held its cost when everybody had earned 200 GBP.

        All else equal, it would have been funded with 1 more vote, or at a price of 399 GBP, which is 1
        less.

        There was a tie that mattered. The tie rule (by id) put the equal projects in this order: "Village
        hall", then "New road".
        """)]
    [InlineData("phragmen", "P", """
        "Park" (project P) is funded. 3 of the 9 voters chose it, and it costs 290 GBP. The whole budget is
        900 GBP.

        Every voter earns money at the same speed, and spends it together with others: as soon as the voters
        who chose a project hold its cost, they buy it and begin again from nothing. This project was bought
        as number 1, when every voter had earned 96.67 GBP. 610 GBP of the budget was left after it.
        """)]
    [InlineData("maximin_support", "L", """
        "Pool" (project L) is not funded. 2 of the 9 voters chose it, and it costs 200 GBP. The whole budget
        is 900 GBP.

        The cost of every funded project is laid on voters who chose it, as evenly as can be. The next
        project is always the one with which the voter who carries most carries least. When it might have
        come, only 110 GBP was left, and it costs 90 GBP more than that.

        All else equal, it would have been funded with 1 more vote, or at a price of 193 GBP, which is 7
        less.
        """)]
    [InlineData("maxwelfare_card", "L", """
        "Pool" (project L) is not funded. 2 of the 9 voters chose it, and it costs 200 GBP. The whole budget
        is 900 GBP.

        Of all sets of projects that the budget can pay for, the one is funded that satisfies all voters
        together most, measured by how many funded projects each voter chose. This project is not in it:
        whatever would have had to leave to make room for it satisfies voters no less.

        All else equal, it would have been funded with 1 more vote, or at a price of 110 GBP, which is 90
        less.

        There was a tie that mattered. The tie rule (by id) put the equal projects in this order: "Village
        hall", then "Pool", then "Park".
        """)]
    [InlineData("mes_cost", "R", """
        "New road" (project R) is not funded. 4 of the 9 voters chose it, and it costs 400 GBP. The whole
        budget is 900 GBP.

        The budget is divided equally among the 9 voters: 100 GBP each. A project is funded if the voters
        who chose it can pay for it together. Its 4 voters would have had to pay 100 GBP each. When nothing
        more could be bought, they had 0 GBP left together, 400 GBP too little. The rest of their money had
        gone to projects that they chose too and that were funded: "Village hall" (4 of them).

        All else equal, it would have been funded with 1 more vote, or if it cost nothing.
        """)]
    [InlineData("mes_cost", "B", """
        "Bus stop" (project B) is not funded. 1 of the 9 voters chose it, and it costs 120 GBP. The whole
        budget is 900 GBP.

        The budget is divided equally among the 9 voters: 100 GBP each. A project is funded if the voters
        who chose it can pay for it together. The one voter who chose it would have had to pay 120 GBP
        alone. When nothing more could be bought, that voter had 100 GBP left, 20 GBP too little. Nothing
        had been spent before: one share is not enough.

        All else equal, it would have been funded with 1 more vote, or at a price of 100 GBP, which is 20
        less.
        """)]
    [InlineData("mes_cost_util", "B", """
        "Bus stop" (project B) is not funded. 1 of the 9 voters chose it, and it costs 120 GBP. The whole
        budget is 900 GBP.

        The budget is divided equally among the 9 voters: 100 GBP each. A project is funded if the voters
        who chose it can pay for it together. The one voter who chose it would have had to pay 120 GBP
        alone. When nothing more could be bought, that voter had 100 GBP left, 20 GBP too little. Nothing
        had been spent before: one share is not enough. At the end 110 GBP was left, which was given to the
        projects with the most votes that still fitted. This one did not fit.

        All else equal, it would have been funded with 1 more vote, or at a price of 110 GBP, which is 10
        less.
        """)]
    public void Of_the_village_each_project_is_told_why(string rule, string project, string text)
    {
        using var village = new Village();
        Explains(village.Path, rule, project, text);
    }

    [Theory]
    [InlineData("greedy_cost", "1", """
        "Scooter Night Ride" (project 1) is not funded. 23 of the 84 voters chose it, and it costs 40,000
        EUR. The whole budget is 100,000 EUR.

        Projects are taken from the most votes to the fewest, and each is funded if the money left is enough
        for it. When its turn came, as number 6 of 14, 6,800 EUR was left: 33,200 EUR too little. 5 projects
        had been funded before it, the last of them "Go-Zero kroegentocht" with 24 votes.

        All else equal, it would have been funded with 2 more votes, or at a price of 6,800 EUR, which is
        33,200 less.
        """)]
    [InlineData("phragmen", "1", """
        "Scooter Night Ride" (project 1) is not funded. 23 of the 84 voters chose it, and it costs 40,000
        EUR. The whole budget is 100,000 EUR.

        Every voter earns money at the same speed, and spends it together with others: as soon as the voters
        who chose a project hold its cost, they buy it and begin again from nothing. The count ends as soon
        as a project that is next does not fit into the money left, here 11,300 EUR. This project costs
        28,700 EUR more than that. Its voters would have held its cost when everybody had earned 2,635.85
        EUR.

        All else equal, it would have been funded with 20 more votes, or at a price of 23,994 EUR, which is
        16,006 less.
        """)]
    [InlineData("maximin_support", "10", """
        "Synthetische lichten" (project 10) is not funded. 19 of the 84 voters chose it, and it costs 50,000
        EUR. The whole budget is 100,000 EUR.

        The cost of every funded project is laid on voters who chose it, as evenly as can be. The next
        project is always the one with which the voter who carries most carries least. When it might have
        come, only 11,300 EUR was left, and it costs 38,700 EUR more than that.

        All else equal, it would have been funded with 56 more votes, or at a price of 20,900 EUR, which is
        29,100 less.
        """)]
    [InlineData("bos", "1", """
        "Scooter Night Ride" (project 1) is not funded. 23 of the 84 voters chose it, and it costs 40,000
        EUR. The whole budget is 100,000 EUR.

        The budget is divided equally among the 84 voters: 1,190.48 EUR each. Next is always the project
        that its voters can pay for most cheaply with what they have left, even if together they cannot pay
        all of it. It has to fit into what is left of the whole budget. At the end 800 EUR was left, and
        this project costs 39,200 EUR more than that.

        All else equal, it would have been funded with 4 more votes, or at a price of 21,251 EUR, which is
        18,749 less.
        """)]
    [InlineData("bos", "3", """
        "PopUp Podium" (project 3) is funded. 43 of the 84 voters chose it, and it costs 7,200 EUR. The
        whole budget is 100,000 EUR.

        The budget is divided equally among the 84 voters: 1,190.48 EUR each. Next is always the project
        that its voters can pay for most cheaply with what they have left, even if together they cannot pay
        all of it. It has to fit into what is left of the whole budget. This project was number 1. Its 43
        voters paid 167.44 EUR each.
        """)]
    [InlineData("maxwelfare_cost", "8", """
        "Crossbaan in Peelo" (project 8) is funded. 25 of the 84 voters chose it, and it costs 40,000 EUR.
        The whole budget is 100,000 EUR.

        Of all sets of projects that the budget can pay for, the one is funded that satisfies all voters
        together most, measured by what the funded projects cost that each voter chose. This project is in
        it, with 6 others.
        """)]
    [InlineData("mes_cost", "1", """
        "Scooter Night Ride" (project 1) is not funded. 23 of the 84 voters chose it, and it costs 40,000
        EUR. The whole budget is 100,000 EUR.

        The budget is divided equally among the 84 voters: 1,190.48 EUR each. A project is funded if the
        voters who chose it can pay for it together. Its 23 voters would have had to pay 1,739.13 EUR each.
        When nothing more could be bought, they had 27,380.95 EUR left together, 12,619.05 EUR too little.
        The rest of their money had gone to projects that they chose too and that were funded: "Go-Zero
        kroegentocht" (11 of them), "PopUp Podium" (9 of them), "Muziekproductie studio" (8 of them), and 4
        more.

        All else equal, it would have been funded with 20 more votes, or at a price of 15,738.56 EUR, which
        is 24,261.44 less.
        """)]
    [InlineData("mes_cost_add1u", "8", """
        "Crossbaan in Peelo" (project 8) is not funded. 25 of the 84 voters chose it, and it costs 40,000
        EUR. The whole budget is 100,000 EUR.

        The budget is divided equally among the 84 voters: 1,190.48 EUR each. As long as projects still
        fitted, everybody's share was raised, in the end to 2,033.48 EUR. A project is funded if the voters
        who chose it can pay for it together. Its 25 voters would have had to pay 1,600 EUR each. When
        nothing more could be bought, they had 38,917.14 EUR left together, 1,082.86 EUR too little. The
        rest of their money had gone to projects that they chose too and that were funded:
        "Jongerenplatform" (10 of them), "Muziekproductie studio" (6 of them), "Go-Zero kroegentocht" (6 of
        them), and 6 more. At the end 23,300 EUR was left, which was given to the projects with the most
        votes that still fitted. This one did not fit.

        All else equal, it would have been funded with 6 more votes, or at a price of 34,300 EUR, which is
        5,700 less.
        """)]
    [InlineData("mes_cost_add1u", "3", """
        "PopUp Podium" (project 3) is funded. 43 of the 84 voters chose it, and it costs 7,200 EUR. The
        whole budget is 100,000 EUR.

        The budget is divided equally among the 84 voters: 1,190.48 EUR each. As long as projects still
        fitted, everybody's share was raised, in the end to 2,033.48 EUR. A project is funded if the voters
        who chose it can pay for it together. Its 43 voters paid 167.44 EUR each.
        """)]
    public void Of_a_real_election_losers_are_told_why(string rule, string project, string text) =>
        Explains(RealElections.PathOf("Netherlands_Assen_2024"), rule, project, text);

    [Theory]
    [InlineData("phragmen", "R")]
    [InlineData("maximin_support", "L")]
    [InlineData("maxwelfare_card", "L")]
    public void The_vote_that_was_missing_is_enough(string rule, string project)
    {
        using var village = new Village(text =>
            text.Replace("9;B\n", $"9;B\n10;{project}\n", StringComparison.Ordinal).Replace("num_votes;9", "num_votes;10", StringComparison.Ordinal));
        var (_, output, _) = Tools.Run("tally", village.Path, "--rule", rule, "--explain", project);
        Assert.Contains($"(project {project}) is funded.", output, StringComparison.Ordinal);
    }

    static void Explains(string path, string rule, string project, string text)
    {
        var (code, output, error) = Tools.Run("tally", path, "--rule", rule, "--explain", project);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(text + "\n", output);
    }
}
