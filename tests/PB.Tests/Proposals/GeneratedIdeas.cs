using PB.Tests.Faults;

namespace PB.Tests.Proposals;

/// <summary>Thousands of made-up ideas, the same on every machine, and people who have the same idea in other words.</summary>
sealed class GeneratedIdeas
{
    static readonly string[] Things =
    [
        "benches", "bicycle stands", "playground", "pond", "allotments", "street lights", "drinking fountain", "zebra crossing", "skate ramp", "library corner",
        "repair café", "community kitchen", "wildflower meadow", "bus shelter", "public toilets", "table tennis tables", "outdoor gym", "climbing wall", "bird hide", "bee hotels",
        "fruit trees", "rain garden", "mural", "stage", "notice board", "dog park", "picnic tables", "footbridge", "ramp for wheelchairs", "speed bumps",
        "tool library", "youth club", "dance classes", "language café", "swimming lessons", "defibrillator", "water play area", "sensory garden", "compost bins", "cargo bikes",
    ];

    static readonly string[] Places =
    [
        "River Walk", "Mill Lane", "Old Quay", "Station Road", "Eastfield Green", "Market Square", "Queen's Park", "Harbour Street", "St Mary's School", "Victoria Gardens",
        "Church Hill", "Canal Basin", "Northgate Estate", "Oak Avenue", "the health centre", "Lower Common", "Foundry Yard", "Castle Mound", "Abbey Fields", "Southway",
        "Meadow Close", "the town hall", "Tanner's Row", "Bridge End", "Orchard Way", "the leisure centre", "Weaver's Court", "Priory Lane", "Chapel Street", "Kiln Corner",
        "Heron Lake", "Windmill Rise", "the bus station", "Elm Grove", "Cooper's Wharf", "Park Road", "Hazel Walk", "the old cinema", "Beacon Hill", "Fisher's Steps",
    ];

    static readonly string[] Reasons =
    [
        "Older people have nowhere to rest on their way home.", "Children from the flats have no safe place to play.", "It floods whenever it rains for a day.",
        "Young people say there is nothing to do after school.", "Drivers go far too fast and nobody dares to cross.", "Neighbours hardly know one another since the shop closed.",
        "It is dark in winter and people are afraid to walk there.", "Families come from all over town and need somewhere to sit.", "The ground lies empty and collects rubbish.",
        "Wheelchairs and prams cannot get through.", "Bees and butterflies have lost their meadows.", "People who cannot pay for a club should take part too.",
        "The nearest one is two miles away.", "We asked forty neighbours and most of them want it.", "The school would help to look after it.",
        "It would bring the market back to life.", "Volunteers are ready to start next month.", "Visitors get lost there every weekend.",
    ];

    static readonly string[] Openings =
        ["We want {0} at {1}.", "Please put {0} near {1}.", "There should be {0} by {1}.", "How about {0} for everybody around {1}?", "{1} needs {0}."];

    static readonly string[] Shapes = ["{0} at {1}", "New {0} for {1}", "{1}: {0}", "More {0} near {1}", "Better {0} at {1}"];

    readonly Dice chance = new(20270306);

    public List<Idea> Ideas { get; } = [];

    public GeneratedIdeas(int many)
    {
        while (Ideas.Count < many)
            Ideas.Add(New());
    }

    /// <summary>What somebody writes who has the idea of another without having read it: other word order, slips, other reasons beside the first.</summary>
    public Idea InOtherWords(Idea idea, int way) => way switch
    {
        0 => idea with { Title = Slip(Slip(idea.Title)), Description = $"{Fill(Openings, idea)} {idea.Reasons[0]} {One(Reasons)}" },
        1 => idea with { Title = Fill(Shapes, idea), Description = $"{idea.Reasons[1]} {Fill(Openings, idea)} {idea.Reasons[0]}" },
        2 => idea with { Title = string.Join(' ', idea.Title.Split(' ').Reverse()), Description = $"{Slip(Fill(Openings, idea))} {idea.Reasons[1]}" },
        _ => idea with { Title = $"{Slip(idea.Thing)}, {idea.Place}", Description = $"{One(Reasons)} {idea.Reasons[0]}" },
    };

    Idea New()
    {
        var idea = new Idea(One(Things), One(Places), [One(Reasons), One(Reasons)]);
        return idea with { Title = Fill(Shapes, idea), Description = $"{Fill(Openings, idea)} {idea.Reasons[0]} {idea.Reasons[1]}" };
    }

    string Fill(string[] among, Idea idea)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, One(among), idea.Thing, idea.Place);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // Two letters change places, or one is left out.
    string Slip(string text)
    {
        var at = 1 + chance.Below(text.Length - 3);
        return chance.In(50) ? text.Remove(at, 1) : $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
    }

    string One(string[] among) => among[chance.Below(among.Length)];

    internal sealed record Idea(string Thing, string Place, string[] Reasons)
    {
        public string Title { get; init; } = "";
        public string Description { get; init; } = "";
    }
}
