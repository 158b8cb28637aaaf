namespace PB.Web.Look;

public enum MomentKind
{
    DateTime,
    Date,
    Time,
}
