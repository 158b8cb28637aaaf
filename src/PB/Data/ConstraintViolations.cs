using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PB.Data;

/// <summary>The one place where a refusal by the database is read: by the name of the constraint.</summary>
public static class ConstraintViolations
{
    public static bool Violates(this DbUpdateException failure, string constraint) =>
        failure.InnerException is PostgresException { ConstraintName: { } name } && name == constraint;
}
