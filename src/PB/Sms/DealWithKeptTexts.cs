using PB.Data;
using PB.Jobs;

namespace PB.Sms;

/// <summary>Deals with the texts that were kept while the database could not be asked.</summary>
public sealed class DealWithKeptTexts(PbContext db, FallbackShelf shelf, Switchboard board) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var file in shelf.Files().ToList())
        {
            await board.TakeAsync(await shelf.ReadAsync(file, cancel), cancel);
            db.ChangeTracker.Clear();
            File.Delete(file);
        }
    }
}
