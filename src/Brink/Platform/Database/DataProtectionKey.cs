namespace Brink.Platform.Database;

/// <summary>A key that signs cookies and forms, shared by all running instances.</summary>
[NotJournaled("part of the installation, not of a municipality")]
public class DataProtectionKey
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public string Xml { get; set; } = "";
}

public sealed partial class BrinkDb
{
    public Microsoft.EntityFrameworkCore.DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
