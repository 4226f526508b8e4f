namespace Brink.Platform.Database;

/// <param name="Owner">Connection string of the role that owns the structure and runs the migrations.</param>
/// <param name="App">Connection string of the role that serves pages and can't pass row-level security.</param>
public sealed record DatabaseConnections(string Owner, string App);
