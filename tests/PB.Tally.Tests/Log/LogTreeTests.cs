using System.Security.Cryptography;
using PB.Tally.Log;

namespace PB.Tally.Tests.Log;

public sealed class LogTreeTests
{
    static readonly byte[][] Leaves = [.. Enumerable.Range(0, 70).Select(i => LogRoot.LeafHash([(byte)i]))];

    [Fact]
    public void The_tree_the_running_root_and_the_root_agree_at_every_size()
    {
        var running = new RunningRoot();
        Assert.Equal(LogRoot.Of([]), running.Root());
        for (var size = 1; size <= Leaves.Length; size++)
        {
            running.Add(Leaves[size - 1]);
            Assert.Equal(LogRoot.Of(Leaves.Take(size)), running.Root());
            Assert.Equal(running.Root(), new LogTree(Leaves.Take(size)).Root);
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_is_proved_and_no_other()
    {
        for (var size = 1; size <= Leaves.Length; size++)
        {
            var tree = new LogTree(Leaves.Take(size));
            for (var index = 0; index < size; index++)
            {
                var proof = tree.Proof(index);
                Assert.Equal(tree.Root, LogTree.RootOf(Leaves[index], index, size, proof));
                Assert.NotEqual(tree.Root, LogTree.RootOf(Leaves[(index + 1) % 70], index, size, proof));
                Assert.NotEqual(tree.Root, LogTree.RootOf(Leaves[index], index, size, [.. proof, Leaves[0]]));
                if (proof.Count > 0)
                {
                    Assert.Null(LogTree.RootOf(Leaves[index], index, size, [.. proof.Skip(1)]));
                    Assert.NotEqual(tree.Root, LogTree.RootOf(Leaves[index], index, size, [.. proof.Skip(1), Leaves[69]]));
                }
            }
        }
    }

    // From RFC 6962's own test tree of eight leaves: the path of leaf 5 in a log of 8, and of leaf 6 in a log of 7.
    [Theory]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    public void A_proof_is_the_known_answer(int index, int size, string path)
    {
        string[] inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        var tree = new LogTree(inputs.Take(size).Select(input => LogRoot.LeafHash(Convert.FromHexString(input))));
        Assert.Equal(path, string.Join(' ', tree.Proof(index).Select(Convert.ToHexStringLower)));
    }

    [Fact]
    public void A_place_outside_the_log_proves_nothing()
    {
        Assert.Null(LogTree.RootOf(Leaves[0], 1, 1, []));
        Assert.Null(LogTree.RootOf(Leaves[0], -1, 1, []));
        Assert.Throws<ArgumentException>(() => new LogTree([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogTree(Leaves).Proof(70));
    }

    [Fact]
    public void A_signature_is_of_one_statement_and_one_key()
    {
        using var key = LogKey.New();
        using var other = LogKey.New();
        var statement = LogStatement.Head(Guid.Empty, new(0, 1, "00", "2027-04-12T12:00:00Z"));
        var signature = LogKey.Sign(key, statement);

        using var known = LogKey.OfPoint(LogKey.Point(key));
        Assert.True(LogKey.Verify(known, statement, signature));
        Assert.False(LogKey.Verify(known, [.. statement, 10], signature));
        Assert.False(LogKey.Verify(other, statement, signature));
        Assert.Equal(64, signature.Length);
        Assert.Throws<CryptographicException>(() => LogKey.OfPoint(new byte[64]));
    }
}
