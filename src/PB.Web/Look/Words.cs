namespace PB.Web.Look;

/// <summary>Names the one set of texts: English is the key.</summary>
public sealed class Words;
