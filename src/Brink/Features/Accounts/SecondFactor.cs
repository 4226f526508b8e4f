using System.Globalization;
using System.Security.Cryptography;
using Brink.Platform.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Secret = Brink.Platform.Secret;

namespace Brink.Features.Accounts;

/// <summary>
/// What a person's second step is checked with: the key of the app, the last code taken, and recovery codes as hashes.
/// The key is kept sealed for this person alone: a copy of these rows gives no codes, nor does one put at another person.
/// </summary>
public sealed class SecondFactor
{
    public const int RecoveryCodes = 10;
    private const string Provider = "second-factor";
    private const string KeyName = "key";
    private const string StepName = "last-step";
    private const string RecoveryName = "recovery-codes";

    /// <summary>Without letters and digits that look alike.</summary>
    private const string RecoveryLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly BrinkDb db;
    private readonly Person person;
    private readonly IDataProtector protector;
    private readonly Dictionary<string, PersonToken> tokens;

    private SecondFactor(BrinkDb db, Person person, IDataProtector protector, IEnumerable<PersonToken> tokens)
    {
        this.db = db;
        this.person = person;
        this.protector = protector;
        this.tokens = tokens.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    public static async Task<SecondFactor> OfAsync(BrinkDb db, Person person, IDataProtectionProvider protection) =>
        new(
            db,
            person,
            protection.CreateProtector(
                "Brink.SecondFactorKey",
                person.MunicipalityId.ToString(CultureInfo.InvariantCulture),
                person.Id.ToString(CultureInfo.InvariantCulture)
            ),
            await db.Set<PersonToken>().Where(t => t.UserId == person.Id && t.LoginProvider == Provider).ToListAsync()
        );

    /// <summary>Null as well when the installation's keys that sealed it are gone; recovery codes work without them.</summary>
    private string? Key
    {
        get
        {
            try
            {
                return tokens.GetValueOrDefault(KeyName)?.Value is { } kept ? protector.Unprotect(kept) : null;
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }

    public int RecoveryCodesLeft => Hashes().Count;

    /// <summary>Another key; codes of the one before count no more.</summary>
    public void UseKey(string key)
    {
        Set(KeyName, protector.Protect(key));
        Set(StepName, "0");
    }

    public bool TakeCode(string code, DateTimeOffset now)
    {
        var last = long.Parse(tokens.GetValueOrDefault(StepName)?.Value ?? "0", CultureInfo.InvariantCulture);
        if (Key is not { } key || OneTimeCode.Check(key, Plain(code), now, last) is not { } step)
        {
            return false;
        }

        Set(StepName, step.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <returns>The codes, to be shown once; only their hashes are kept.</returns>
    public IReadOnlyList<string> RenewRecoveryCodes()
    {
        var codes = Enumerable
            .Range(0, RecoveryCodes)
            .Select(_ => RandomNumberGenerator.GetString(RecoveryLetters, 16))
            .ToArray();
        Set(RecoveryName, string.Join(';', codes.Select(Hash)));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(part => new string(part))))];
    }

    public bool TakeRecoveryCode(string code)
    {
        var hashes = Hashes();
        if (!hashes.Remove(Hash(Plain(code))))
        {
            return false;
        }

        Set(RecoveryName, string.Join(';', hashes));
        return true;
    }

    public void Remove()
    {
        db.Set<PersonToken>().RemoveRange(tokens.Values);
        tokens.Clear();
    }

    private List<string> Hashes() =>
        [.. (tokens.GetValueOrDefault(RecoveryName)?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private void Set(string name, string value)
    {
        if (!tokens.TryGetValue(name, out var token))
        {
            token = new PersonToken
            {
                MunicipalityId = person.MunicipalityId,
                UserId = person.Id,
                LoginProvider = Provider,
                Name = name,
            };
            db.Set<PersonToken>().Add(token);
            tokens[name] = token;
        }

        token.Value = value;
    }

    private static string Hash(string code) => Convert.ToHexString(Secret.Hash(code));

    /// <summary>As people type it: with spaces, hyphens and capitals.</summary>
    private static string Plain(string code) =>
        new([.. code.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
