namespace Brink.Platform.Startup;

/// <summary>Something outside the program keeps it from starting; the message says in one sentence what to do.</summary>
public class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
