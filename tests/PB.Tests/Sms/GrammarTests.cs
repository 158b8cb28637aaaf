using System.Globalization;
using PB.Sms;

namespace PB.Tests.Sms;

public sealed class GrammarTests
{
    static readonly Dictionary<int, string> Titles = new() { [3] = "Bus shelter", [7] = "Bee garden", [12] = "Skate ramp" };

    static Reading Read(string body, TextState state = TextState.Idle, bool ranking = false, bool postcodes = false) =>
        Grammar.Read(Phrase.Of(body), new(ranking, postcodes, Titles, state));

    [Theory]
    [InlineData("vote 12 7 3", "12 7 3", false)]
    [InlineData("Please count my vote for 3, thanks", "3", true)]
    [InlineData("pleidlais 7", "7", false)]
    [InlineData("project 7 and project 12", "7 12", false)]
    [InlineData("I2 and O7", "12 7", false)]
    [InlineData("VOTE ۱۲ ۷", "12 7", false)]
    [InlineData("vote bee garden", "7", true)]
    [InlineData("vote seven", "7", true)]
    [InlineData("3.7.12", "3 7 12", false)]
    public void A_vote_is_read_however_it_is_written(string body, string numbers, bool needsOk)
    {
        var read = Read(body);
        Assert.Equal((ReadingKind.Vote, numbers, needsOk), (read.Kind, string.Join(' ', read.Numbers), read.NeedsOk));
    }

    [Theory]
    [InlineData("anything but 12")]
    [InlineData("3-12")]
    [InlineData("between 3 and 7")]
    [InlineData("is 12 good?")]
    [InlineData("2 x 3")]
    [InlineData("50% for 3")]
    [InlineData("not the skate ramp")]
    [InlineData("12 or else 7")]
    [InlineData("my son is 12 and he cried all the way home")]
    public void What_may_mean_two_things_is_never_a_vote(string body) => Assert.Equal(ReadingKind.Unsure, Read(body).Kind);

    [Theory]
    [InlineData("stop", ReadingKind.Stop)]
    [InlineData("please stop texting me", ReadingKind.Stop)]
    [InlineData("Clear!", ReadingKind.Clear)]
    [InlineData("not me", ReadingKind.NotMe)]
    [InlineData("yes please", ReadingKind.Yes)]
    [InlineData("no thanks", ReadingKind.No)]
    [InlineData("thank you so much", ReadingKind.Thanks)]
    [InlineData("JOIN 482 913", ReadingKind.Join)]
    [InlineData("i want to die", ReadingKind.Danger)]
    [InlineData("1273", ReadingKind.Spaces)]
    [InlineData("500 pounds for the ramp", ReadingKind.Money)]
    [InlineData("vote thirty five", ReadingKind.WordNumber)]
    public void Commands_and_slips_are_told_apart(string body, ReadingKind kind) => Assert.Equal(kind, Read(body).Kind);

    [Theory]
    [InlineData("0x4 1ab", "OX4 1AB")]
    [InlineData("my postcode is sw1a 1aa thanks", "SW1A 1AA")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("vote 1 10", null)]
    public void A_postcode_is_found_with_its_slips_mended(string body, string? postcode) => Assert.Equal(postcode, Read(body, postcodes: true).Postcode);

    [Fact]
    public void A_code_catches_every_single_slip_and_every_two_neighbours_that_changed_places()
    {
        const string Alphabet = "ACDEFGHJKLMNPQRTUWXY347";
        for (var tries = 0; tries < 50; tries++)
        {
            var code = TextCode.New();
            Assert.True(TextCode.Checks(code));
            Assert.Equal(code, TextCode.Meant(TextCode.Printed(code)));
            for (var place = 0; place < code.Length; place++)
                Assert.All(Alphabet.Where(sign => sign != code[place]), sign => Assert.False(TextCode.Checks(code[..place] + sign + code[(place + 1)..])));
            for (var place = 0; place + 1 < code.Length; place++)
                if (code[place] != code[place + 1])
                    Assert.False(TextCode.Checks(code[..place] + code[place + 1] + code[place] + code[(place + 2)..]));
        }
    }

    [Fact]
    public void Every_ballot_is_read_back_from_every_way_to_write_it()
    {
        string[] separators = [" ", ",", ", ", "; ", "/", " & ", " + ", "\n", " and ", ". "];
        string[] before = ["", "VOTE ", "vote: ", "V ", "Hi I would like to vote for ", "PLEIDLAIS ", "🙏 "];
        string[] after = ["", "!", " please", " thanks x", "\n--\nSent from my phone", " 👍"];
        string[] zeros = ["0", "٠", "০", "０", "०", "۰"];
        for (var chance = 0; chance < 3000; chance++)
        {
            int[] ballot = [1 + chance % 9, 10 + chance % 13, 100 + chance % 17];
            var zero = char.ConvertToUtf32(zeros[chance % zeros.Length], 0);
            var digits = ballot.Select(n => string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(d => char.ConvertFromUtf32(zero + d - '0'))));
            var body = before[chance % before.Length] + string.Join(separators[chance / 7 % separators.Length], digits) + after[chance / 3 % after.Length];
            var read = Read(body);
            Assert.True(read.Kind is ReadingKind.Vote && read.Numbers.SequenceEqual(ballot) && !read.NeedsOk, body);
        }
    }

    /// <summary>PB_SMS_FUZZ sets how many.</summary>
    [Fact]
    public void Whatever_is_sent_is_read_without_a_fault_and_answered_in_one_message()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("PB_SMS_FUZZ") ?? "20000", CultureInfo.InvariantCulture);
        var monkey = new TextMonkey(seed: 6);
        for (var i = 0; i < count; i++)
        {
            var (body, now) = monkey.Next();
            var read = Grammar.Read(Phrase.Of(body), new(now.Round!.IsRanking, now.Round.Proof is ProofOfVoter.PostcodeAndAge, Titles, now.State));
            var turn = Conversation.Decide(now, read);
            Assert.True(!turn.Does(TextActs.Cast) || now.Paper!.WhyRefused(turn.Numbers) is null, body);
            Assert.True(!turn.Does(TextActs.Cast) || read.Kind is ReadingKind.Vote or ReadingKind.Proof or ReadingKind.Yes, body);
            if (turn.Reply is not null)
                Assert.True(Gsm7.Fits(new ReplyWriter(now.Round, i % 2 == 0 ? "en" : "cy").Write(turn, "AB12")), $"{body}: {turn.Reply}");
        }
    }
}
