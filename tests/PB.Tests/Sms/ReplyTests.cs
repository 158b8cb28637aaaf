using PB.Rounds;
using PB.Sms;

namespace PB.Tests.Sms;

public sealed class ReplyTests
{
    [Fact]
    public void Every_reply_is_one_message_with_the_longest_of_everything_in_both_languages()
    {
        foreach (var type in Enum.GetValues<BallotType>())
        {
            var (round, _) = TextMonkey.Make(type, ProofOfVoter.LetterCode, type is BallotType.Knapsack ? null : 3);
            foreach (var language in Replies.Languages)
                foreach (var key in Enum.GetValues<ReplyKey>().Where(key => key is not (ReplyKey.Result or ReplyKey.ResultNone or ReplyKey.OneTimeCode or ReplyKey.List)))
                    foreach (var state in Enum.GetValues<TextState>())
                    {
                        var words = key is ReplyKey.Which ? "ELM = Wwwwwww Wwww, OAK = Wwwwwww Wwww" : "OX14 12AB";
                        var said = new ReplyWriter(round with { CodeLength = 12 }, language).Write(new Turn(key, state) { Numbers = [999, 998, 997], Count = 999, Words = words }, "AB12");
                        Assert.True(Gsm7.Fits(said), $"{Replies.Name(key, language)} {Gsm7.Septets(said)}: {said}");
                    }
        }
    }

    [Fact]
    public void A_list_of_a_hundred_projects_comes_in_pages_of_one_message()
    {
        var (round, _) = TextMonkey.Make(BallotType.Approval, ProofOfVoter.LetterCode, 3);
        var pages = ProjectPages.All(round, "en");
        Assert.All(pages, page => Assert.True(Gsm7.Fits(page), page));
        Assert.Equal(round.Projects.Count, pages.Sum(page => page.Split("Wwwwwww Wwwwwwww").Length - 1));
    }

    [Theory]
    [InlineData("hello", 5, 1)]
    [InlineData("€{}", 6, 1)]
    [InlineData("ŵ", null, 1)]
    public void Septets_are_counted_as_the_network_counts_them(string text, int? septets, int segments) =>
        Assert.Equal((septets, segments), (Gsm7.Septets(text), Gsm7.Segments(text)));

    [Fact]
    public void The_edges_of_a_message_are_where_the_network_has_them() =>
        Assert.Equal((1, 2, 3, 1, 2), (Gsm7.Segments(new('a', 160)), Gsm7.Segments(new('a', 161)), Gsm7.Segments(new('a', 307)), Gsm7.Segments(new('ŵ', 70)), Gsm7.Segments(new('ŵ', 71))));

    [Fact]
    public void Both_catalogues_have_the_same_replies_with_the_same_blanks()
    {
        foreach (var key in Enum.GetValues<ReplyKey>())
            Assert.NotEqual("", Replies.Blank(key, "cy"));
    }
}
