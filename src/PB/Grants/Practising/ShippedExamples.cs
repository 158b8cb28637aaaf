namespace PB.Grants.Practising;

/// <summary>Three examples to practise with, for funds that have none of their own. Groups, places and sums are made up.</summary>
public static class ShippedExamples
{
    public static IReadOnlyList<ExampleWords> All { get; } =
    [
        new("Friday night kitchen",
            """
            Twelve of us want to cook together each Friday. There is nothing open for us after six, and some of us do not get a hot meal.

            We asked 40 people at school: 31 would come. We run it ourselves in three teams: shopping, cooking, tidying up. A cook from the college shows us how.

            We ask for £640: food for 16 weeks (£480), pots and knives (£110), a food hygiene course for six of us (£50). The youth club lends us its kitchen for nothing.
            """,
            [5, 5, 4, 4], "They asked people, they run it, and each pound is explained. What they do when a team does not turn up is not said."),
        new("New kit for the football club",
            """
            Our club is the best in the league and needs new shirts. The coach says that the old ones do not look good on photos.

            The coach orders the shirts and hands them out. We will wear them at all matches.

            We ask for £950: 25 shirts with our names.
            """,
            [1, 1, 2, 4], "It would surely work: shirts are easy to buy. But nobody needs them much, the coach does it all, and it is for 25 people who have shirts."),
        new("A quiet room at the library",
            """
            Some of us have loud homes and cannot learn there. Others need a place to calm down. The library has a store room that nobody uses.

            We want to paint it and put in soft chairs and lamps. Five of us would look after it with the librarian. We have not asked yet if we may paint.

            We ask for £1,400: chairs £900, lamps £200, paint £100, something to eat on the painting day £200.
            """,
            [4, 4, 3, 2], "The need is clear and they would look after it. The food is a lot of the money, and without the library’s yes it may not happen at all."),
    ];
}
