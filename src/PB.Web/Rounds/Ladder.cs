using PB.Rounds;

namespace PB.Web.Rounds;

/// <summary>How much say a level of the ladder is, in one word and one sentence. These are keys of texts.</summary>
static class Ladder
{
    public static string Name(Influence level) => level switch
    {
        Influence.NotSaid => "Not said yet",
        Influence.Inform => "Inform",
        Influence.Research => "Research",
        Influence.Consult => "Consult",
        Influence.Involve => "Involve",
        Influence.Collaborate => "Collaborate",
        Influence.Empower => "Empower",
    };

    public static string Meaning(Influence level) => level switch
    {
        Influence.NotSaid => "Nobody has said how much say you have.",
        Influence.Inform => "We tell you what is happening. You do not decide anything.",
        Influence.Research => "We ask so that we understand. What you say is one thing among others.",
        Influence.Consult => "We ask what you think before the council decides, and say what difference it made.",
        Influence.Involve => "We work with you all the way, and the council decides.",
        Influence.Collaborate => "We decide together. The council follows what you choose unless it says openly why not.",
        Influence.Empower => "You decide. The council does what you choose.",
    };
}
