namespace Brink.Platform.Database;

/// <summary>Who does what in the database.</summary>
public static class DatabaseRoles
{
    /// <summary>The superuser of the embedded server: makes roles and databases, nothing else.</summary>
    public const string Admin = "postgres";

    /// <summary>Owns database and schema; runs the migrations.</summary>
    public const string Owner = "brink_owner";

    /// <summary>Serves the pages. Does what the migrations grant it and can't pass row-level security.</summary>
    public const string App = "brink_app";
}
