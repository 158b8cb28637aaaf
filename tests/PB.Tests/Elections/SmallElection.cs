using System.Globalization;
using System.Text;
using PB.Tally.Files;

namespace PB.Tests.Elections;

/// <summary>A made-up election in the Pabulib format.</summary>
static class SmallElection
{
    /// <summary>Three projects; the first wins most votes, the second does not fit beside it, the third does.</summary>
    public static string Text(int votes = 60, string meta = "", string rule = "greedy", string voteType = "approval")
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $""""
            META
            key;value
            description;A vote in Marlbridge
            country;United Kingdom
            unit;Marlbridge
            district;Łąka
            instance;2027
            num_projects;3
            num_votes;{votes}
            budget;1000.50
            vote_type;{voteType}
            rule;{rule}
            date_begin;2027
            date_end;2027
            currency;GBP
            {meta}
            PROJECTS
            project_id;cost;name
            A/1;800.25;"Benches; and a ""tree"""
            A/2;700;Path
            B/1;200.25;Bells
            VOTES
            voter_id;vote

            """");
        for (var i = 0; i < votes; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i};{(i % 3) switch { 0 => "A/1,B/1", 1 => "A/1", _ => "A/2" }}\n");
        return text.ToString();
    }

    public static PabulibFile Read(string text) => PabulibFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
