namespace PB.Web.Rounds;

static class RoundsRoom
{
    public static void AddRounds(this WebApplicationBuilder builder)
    {
    }
}
