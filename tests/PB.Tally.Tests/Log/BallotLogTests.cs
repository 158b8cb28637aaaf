using System.Collections.Immutable;
using PB.Tally.Log;

namespace PB.Tally.Tests.Log;

public sealed class BallotLogTests
{
    static readonly Guid Round = new("0190f5c2-7b1a-7c3e-8d4f-0123456789ab");
    static readonly Guid Voter = new("0190f5c2-0000-7000-8000-000000000042");

    static readonly BallotLeaf Leaf = new()
    {
        RoundId = Round,
        Tag = [.. VoterTag.Compute(Bytes(0).AsSpan(), Round, Voter)],
        Version = 1,
        Choices = "P-003,P-014,P-021",
        Area = "ward-7",
        Class = "A",
        Nonce = Bytes(32),
    };

    [Fact]
    public void A_voters_tag_is_the_known_answer() =>
        Assert.Equal("d30d016cf02a1a68281d1058107e58b1874e8fa6e17512a9ebae0fe664d51ece", Hex(VoterTag.Compute(Bytes(0).AsSpan(), Round, Voter)));

    [Fact]
    public void A_field_is_committed_to_by_the_known_answer() => Assert.Equal(
        "aa10e5794e92a8dc54d20306bf987039a5dd76d3995c5d0a133b4b8e1b68c47e",
        Hex(BallotLeaf.Commit("choices", Leaf.Salt("choices"), Leaf.Choices)));

    [Fact]
    public void A_leafs_hash_and_receipt_are_the_known_answers()
    {
        Assert.Equal("9e7d04acaeb39dcb11f18e837a4eb0db207254fdab4efabb36a7647bc354b59b", Hex(Leaf.Hash()));
        Assert.StartsWith("KSYG-9B5E-PEEW-P4FH-HT1Q-", ReceiptCode.Of(Leaf.Hash()), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_choice_or_nonce_or_version_is_another_leaf()
    {
        Assert.NotEqual(Hex(Leaf.Hash()), Hex((Leaf with { Choices = "P-003" }).Hash()));
        Assert.NotEqual(Hex(Leaf.Hash()), Hex((Leaf with { Nonce = Bytes(33) }).Hash()));
        Assert.NotEqual(Hex(Leaf.Hash()), Hex((Leaf with { Version = 2 }).Hash()));
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => VoterTag.Compute(new byte[31], Round, Voter));
        Assert.Throws<ArgumentException>(() => ReceiptCode.Of(new byte[31]));
        Assert.Throws<InvalidOperationException>(() => (Leaf with { Nonce = [1] }).Hash());
        Assert.Throws<InvalidOperationException>(() => (Leaf with { Tag = default }).Hash());
        Assert.Throws<InvalidOperationException>(() => (Leaf with { Version = 0 }).Hash());
    }

    // The inputs and roots that implementations of RFC 6962 test each other with.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_of_a_log_is_that_of_rfc_6962(int size, string root)
    {
        string[] inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        Assert.Equal(root, Hex(LogRoot.Of(inputs.Take(size).Select(input => LogRoot.LeafHash(Convert.FromHexString(input))))));
    }

    static ImmutableArray<byte> Bytes(int first) => [.. Enumerable.Range(first, 32).Select(value => (byte)value)];

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
