using System.Collections.Frozen;

namespace PB.Sms;

/// <summary>The words that mean something in a text message, in capitals, without accents and apostrophes.</summary>
static class Lexicon
{
    public static readonly FrozenSet<string> Vote = Set(
        "VOTE VOTES VOTING V BALLOT PICK CHOOSE CHANGE RANK ORDER PLEIDLAIS PLEIDLEISIO GLOS GLOSUJE VOT VOTEZ VOTO VOTAR VOTER ভোট ووٹ ਵੋਟ صوت");

    public static readonly FrozenSet<string> WelshVote = Set("PLEIDLAIS PLEIDLEISIO");

    /// <summary>Words that may stand beside numbers and change nothing.</summary>
    public static readonly FrozenSet<string> Filler = Set(
        "HI HELLO HEY HIYA DEAR AND A AN THE I ID IM ME MY MINE WE OUR WOULD LIKE WANT WISH TO FOR PLEASE PLS PLZ THANKS THANK YOU TA CHEERS X XX XXX "
        + "PROJECT PROJECTS NUMBER NUMBERS NUM NR NOS NUMS CHOICE CHOICES OPTION OPTIONS ARE IS AM IT MAKE THESE THIS ALSO PLUS THEN IN OF HERE "
        + "GOES GO WITH CODE OK HELO AC DIOLCH PROSIECT RHIF OS GWELWCH YN DDA");

    /// <summary>Words that turn numbers round or leave a choice: beside them no number is sure.</summary>
    public static readonly FrozenSet<string> Doubt = Set(
        "NOT DONT DOESNT DIDNT WONT CANT ISNT WASNT SHOULDNT WOULDNT NEVER EXCEPT BUT WITHOUT SWAP INSTEAD ALL EVERYTHING OR EITHER NONE NEITHER NOR ANY "
        + "REMOVE DELETE DROP UNLESS RATHER AGAINST NO NOPE LESS MINUS BETWEEN UNTIL TILL THROUGH NID NA HEBLAW ANTI");

    public static readonly FrozenSet<string> Yes = Set("OK OKAY OKEY K YES Y YEP YEAH YUP 👍 IAWN IE CONFIRM");
    public static readonly FrozenSet<string> No = Set("NO N NOPE NAH WRONG NA NACIDW");
    public static readonly FrozenSet<string> Courtesy = Set("THANKS THANK YOU TA CHEERS THX DIOLCH GREAT LOVELY BRILLIANT COOL 👍 🙏 😀 🙂 ❤ X XX VERY MUCH SO MANY");

    /// <summary>Single words that the telephone network's provider acts upon by itself.</summary>
    public static readonly FrozenSet<string> ReservedStop = Set("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT");
    public static readonly FrozenSet<string> ReservedStart = Set("START UNSTOP YES");
    public static readonly FrozenSet<string> ReservedHelp = Set("HELP INFO");

    public static readonly FrozenSet<string> AfterStop = Set(
        "SENDING TEXTING MESSAGING CONTACTING ME US THESE THIS THE TEXTS TEXT MESSAGES MESSAGE MSG MSGS SMS ALL PLEASE PLS NOW IT STOP FROM YOUR ANYMORE ANY MORE");

    public static readonly FrozenSet<string> Money = Set("POUND POUNDS QUID GBP GRAND");

    /// <summary>What somebody says who is in danger. Whoever says it is told whom to call, and a person looks at it.</summary>
    public static readonly string[] Danger =
    [
        "HITS ME", "HIT ME", "HITTING ME", "BEATS ME", "HURTS ME", "HURT ME", "HURTING ME", "NOT SAFE", "UNSAFE AT HOME", "KILL MYSELF", "KILLING MYSELF", "KILL ME",
        "SUICIDE", "SUICIDAL", "WANT TO DIE", "END MY LIFE", "SELF HARM", "HARM MYSELF", "HURT MYSELF", "RAPED", "ABUSED", "ABUSES ME", "TOUCHES ME", "SCARED AT HOME",
        "SCARED OF HIM", "SCARED OF MY", "AFRAID OF HIM", "AFRAID AT HOME", "THREATENS ME", "LOCKED ME", "FY MRIFO", "DDIM YN DDIOGEL",
    ];

    public static IEnumerable<string> Commands =>
        ["STATUS", "STATWS", "CHECK", "CLEAR", "DILEU", "WITHDRAW", "UNVOTE", "LIST", "RHESTR", "ABOUT", "HELP", "CYMORTH", "INFO", "CYMRAEG", "WELSH", "ENGLISH", "SAESNEG",
            "LANG", "IDEA", "SYNIAD", "JOIN", "RESULT", "RESULTS", "CANLYNIAD", "PERSON", "ATAL"];

    /// <summary>Whether a round may not be called so: the word means something already.</summary>
    public static bool IsTaken(string word) =>
        Vote.Contains(word) || Filler.Contains(word) || Doubt.Contains(word) || Yes.Contains(word) || No.Contains(word) || Courtesy.Contains(word) || Money.Contains(word)
        || ReservedStop.Contains(word) || ReservedStart.Contains(word) || ReservedHelp.Contains(word) || Commands.Contains(word) || NumberWords.Value(word) is not null;

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
