using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PB.Data;

namespace PB.Web.Data;

/// <summary>Keeps the keys of cookies and forms in the database.</summary>
sealed class DataProtectionKeys(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        return [.. Context(scope).DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        var db = Context(scope);
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }

    static PbContext Context(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<PbContext>();
}
