using System.Globalization;
using Brink.Platform.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Brink.Tests.Platform.Time;

public sealed class WorkingDaysTests
{
    // Nieuwjaarsdag, Goede Vrijdag, tweede Paasdag, Koningsdag, Bevrijdingsdag, Hemelvaartsdag, tweede Pinksterdag,
    // both days of Christmas: by hand from the published calendars.
    [Theory]
    [InlineData(2013, "1-1 29-3 1-4 30-4 5-5 9-5 20-5 25-12 26-12")]
    [InlineData(2014, "1-1 18-4 21-4 26-4 5-5 29-5 9-6 25-12 26-12")]
    [InlineData(2024, "1-1 29-3 1-4 27-4 5-5 9-5 20-5 25-12 26-12")]
    [InlineData(2025, "1-1 18-4 21-4 26-4 5-5 29-5 9-6 25-12 26-12")]
    [InlineData(2026, "1-1 3-4 6-4 27-4 5-5 14-5 25-5 25-12 26-12")]
    [InlineData(2027, "1-1 26-3 29-3 27-4 5-5 6-5 17-5 25-12 26-12")]
    [InlineData(2028, "1-1 14-4 17-4 27-4 5-5 25-5 5-6 25-12 26-12")]
    [InlineData(2029, "1-1 30-3 2-4 27-4 5-5 10-5 21-5 25-12 26-12")]
    [InlineData(2030, "1-1 19-4 22-4 27-4 5-5 30-5 10-6 25-12 26-12")]
    public void Holidays_AreThoseOfTheLaw(int year, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', WorkingDays.Holidays(year).Select(d => d.ToString("d-M", CultureInfo.InvariantCulture)))
        );

    [Fact]
    public void Holidays_WhenTwoCoincide_AreNamedOnce() => Assert.Equal(8, WorkingDays.Holidays(2016).Count); // Hemelvaartsdag was on 5 May

    // Tables of Easter: the earliest and latest there are, and the two exceptions of the computus.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_IsAsInTheTables(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), WorkingDays.Easter(year));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")] // over a weekend
    [InlineData("2026-04-02", 1, "2026-04-07")] // over Good Friday and Easter
    [InlineData("2026-12-24", 2, "2026-12-29")] // over Christmas
    [InlineData("2026-12-31", 1, "2027-01-04")] // over the year
    [InlineData("2026-11-21", 10, "2026-12-04")] // from a Saturday
    [InlineData("2026-05-04", 1, "2026-05-06")] // Bevrijdingsdag
    [InlineData("2026-11-21", 0, "2026-11-23")]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-04-07", -1, "2026-04-02")]
    [InlineData("2026-11-22", -1, "2026-11-20")]
    public void Add_SkipsWeekendsAndHolidays(string from, int days, string expected) =>
        Assert.Equal(Date(expected), WorkingDays.Add(Date(from), days));

    [Theory]
    [InlineData("2026-11-21", "2026-12-04", 10)]
    [InlineData("2026-12-04", "2026-11-21", -10)]
    [InlineData("2026-11-21", "2026-11-22", 0)]
    [InlineData("2026-12-31", "2027-12-31", 254)]
    public void Between_CountsTheLastDayAndNotTheFirst(string from, string to, int expected) =>
        Assert.Equal(expected, WorkingDays.Between(Date(from), Date(to)));

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(10_001)]
    public void Add_WhenTheTermIsAbsurd_Throws(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(new DateOnly(2026, 1, 1), days));

    [Fact]
    public void Add_EndsOnAWorkingDay_AndBetweenCountsItBack() =>
        ForAll(
            (from, days) =>
            {
                var end = WorkingDays.Add(from, days);
                return WorkingDays.IsWorkingDay(end) && end > from && WorkingDays.Between(from, end) == days;
            }
        );

    [Fact]
    public void Add_Back_UndoesAdd() =>
        ForAll(
            (from, days) =>
                WorkingDays.Add(WorkingDays.Add(from, 0), 0) is var start
                && WorkingDays.Add(WorkingDays.Add(start, days), -days) == start
        );

    [Fact]
    public void Add_InTwoSteps_IsAddAtOnce() =>
        ForAll((from, days) => WorkingDays.Add(WorkingDays.Add(from, days), 7) == WorkingDays.Add(from, days + 7));

    [Fact]
    public void IsHoliday_AgreesWithTheList() =>
        ForAll((date, _) => WorkingDays.IsHoliday(date) == WorkingDays.Holidays(date.Year).Contains(date));

    [Fact]
    public void Easter_IsASundayBetween22MarchAnd25April() =>
        Prop.ForAll(
                Gen.Choose(1600, 9000).ToArbitrary(),
                year =>
                    WorkingDays.Easter(year) is var easter
                    && easter.DayOfWeek == DayOfWeek.Sunday
                    && easter >= new DateOnly(year, 3, 22)
                    && easter <= new DateOnly(year, 4, 25)
            )
            .QuickCheckThrowOnFailure();

    private static void ForAll(Func<DateOnly, int, bool> holds) =>
        Prop.ForAll(
                Gen.Choose(0, 60 * 365).Select(days => new DateOnly(1990, 1, 1).AddDays(days)).ToArbitrary(),
                Gen.Choose(1, 400).ToArbitrary(),
                holds
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
