// Dates as feeds write them: a table for each form, the instant and the offset it was written with.
#include <doctest/doctest.h>

#include "dates/dates.hpp"
#include "support/date_rows.hpp"

using namespace planetarium;
using test::check_rows;
using test::Row;

TEST_CASE("dates: RFC 3339 and W3CDTF") {
  constexpr Row rows[] = {
      {"2003-12-13T18:30:02Z", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02.25Z", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02,999999999999Z", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02+01:00", "2003-12-13T18:30:02+01:00"},
      {"2003-12-13T18:30:02.25-08:00", "2003-12-13T18:30:02-08:00"},
      {"2003-12-13T18:30:02-00:00", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02+05:45", "2003-12-13T18:30:02+05:45"},
      {"2003-12-13T18:30:02-03:30", "2003-12-13T18:30:02-03:30"},
      {"2003-12-13T18:30Z", "2003-12-13T18:30:00Z"},
      {"2003-12-13", "2003-12-13T00:00:00Z"},
      {"2003-12", "2003-12-01T00:00:00Z"},
      {"2003", "2003-01-01T00:00:00Z"},
      // leniencies 1 to 8
      {"2003-12-13 18:30:02", "2003-12-13T18:30:02Z"},
      {"2003-12-13t18:30:02z", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02+0100", "2003-12-13T18:30:02+01:00"},
      {"2003-12-13T24:00:00Z", "2003-12-14T00:00:00Z"},
      {"2008-12-31T23:59:60Z", "2009-01-01T00:00:00Z"},
      {"2003/12/13 18:30", "2003-12-13T18:30:00Z"},
      {"20031213", "2003-12-13T00:00:00Z"},
      {"2003-12-13 18:30:02 EST", "2003-12-13T18:30:02-05:00"},
      {"2003-12-13 18:30:02 +0000 UTC", "2003-12-13T18:30:02Z"},
      {" 2003-12-13T18:30:02Z\n", "2003-12-13T18:30:02Z"},
      {"2003-1-2T3:4:5Z", "2003-01-02T03:04:05Z"},
      {"2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55Z"},
      {"2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z"},
      {"2004-07-08 23:56:58 -00:20", "2004-07-08T23:56:58-00:20"},
      {"20080621233000", "2008-06-21T23:30:00Z"},
      // the basic format of ISO 8601
      {"20031213T183002Z", "2003-12-13T18:30:02Z"},
      {"20031213T183002.5+0100", "2003-12-13T18:30:02+01:00"},
      {"20031213T1830", "2003-12-13T18:30:00Z"},
      {"2003-12-13T18Z", "2003-12-13T18:00:00Z"},
      {"2003-12-13T18:30+01", "2003-12-13T18:30:00+01:00"},
      // days of the year
      {"2003-001", "2003-01-01T00:00:00Z"},
      {"2003-335", "2003-12-01T00:00:00Z"},
      {"2003-365", "2003-12-31T00:00:00Z"},
      {"2004-366T12:00Z", "2004-12-31T12:00:00Z"},
      {"2003335", "2003-12-01T00:00:00Z"},
      // weeks, which begin on Monday; the first has the fourth of January
      {"2003-W01-3", "2003-01-01T00:00:00Z"},
      {"2003W013", "2003-01-01T00:00:00Z"},
      {"2003-W01", "2002-12-30T00:00:00Z"},
      {"2004-W53-7", "2005-01-02T00:00:00Z"},
      {"2008-W25-6T23:30:00-06:00", "2008-06-21T23:30:00-06:00"},
      {"1969-W01-4", "1969-01-02T00:00:00Z"},
      // XML Schema's date with a zone
      {"2003-12-13Z", "2003-12-13T00:00:00Z"},
      {"2003-12-13+01:00", "2003-12-13T00:00:00+01:00"},
      {"2003-12-13-05:00", "2003-12-13T00:00:00-05:00"},
  };
  check_rows(rows, parse_rfc3339);
  check_rows(rows, parse_date);
}

TEST_CASE("dates: RFC 822 as feeds write it") {
  constexpr Row rows[] = {
      {"Sat, 21 Jun 2008 23:30:00 -0600", "2008-06-21T23:30:00-06:00"},
      {"Sat, 21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"21 Jun 2008 23:30:00 +0530", "2008-06-21T23:30:00+05:30"},
      {"Wed, 6 Apr 2022 21:07:47 +0000", "2022-04-06T21:07:47Z"},
      {"Wed, 6 Apr 2022 21:07:47 GMT", "2022-04-06T21:07:47Z"},
      {"Wed,  6 Apr 2022 21:07:47 GMT", "2022-04-06T21:07:47Z"},
      // 1: the day name is wrong, foreign, long, or begins like a month
      {"Mon, 21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"Saturday, 21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"Sa, 21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"s\xc3\xa1"
       "b, 21 Jun 2008 23:30:00 GMT",
       "2008-06-21T23:30:00Z"},
      {"mar, 17 Jun 2008 23:30:00 GMT", "2008-06-17T23:30:00Z"},
      // 2: two digits of the year
      {"Sat, 21 Jun 08 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"21 Jun 68 00:00:00 GMT", "2068-06-21T00:00:00Z"},
      {"21 Jun 69 00:00:00 GMT", "1969-06-21T00:00:00Z"},
      {"21 Jun 99 00:00:00 GMT", "1999-06-21T00:00:00Z"},
      // 3 and 4: no zone, no seconds, no minutes, no time
      {"Sat, 21 Jun 2008 23:30:00", "2008-06-21T23:30:00Z"},
      {"Sat, 21 Jun 2008 23:30 EST", "2008-06-21T23:30:00-05:00"},
      {"Sat, 21 Jun 2008 23 GMT", "2008-06-21T23:00:00Z"},
      {"Sat, 21 Jun 2008", "2008-06-21T00:00:00Z"},
      {"Sat, 21 Jun 2008 1:2:3 GMT", "2008-06-21T01:02:03Z"},
      // 5: month and day swapped, long names
      {"Sat, Jun 21 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"June 21, 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"Saturday, 21 September 2008 23:30 GMT", "2008-09-21T23:30:00Z"},
      {"Sat, 21 JUN 2008 23:30:00 gmt", "2008-06-21T23:30:00Z"},
      {"4th of March 2008", "2008-03-04T00:00:00Z"},
      // 6: commas
      {"Sat 21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"Sat, 21, Jun, 2008, 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"Sat,21 Jun 2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      // 7: what is put behind the zone, or in front of the offset
      {"Sat, 21 Jun 2008 23:30:00 GMT+1:00", "2008-06-21T23:30:00+01:00"},
      {"Sat, 21 Jun 2008 23:30:00 UTC-0530", "2008-06-21T23:30:00-05:30"},
      {"Sat, 21 Jun 2008 23:30:00 +0200 (CEST)", "2008-06-21T23:30:00+02:00"},
      {"Sat, 21 Jun 2008 23:30:00 EST (Eastern)", "2008-06-21T23:30:00-05:00"},
      {"Sat, 21 Jun 2008 23:30:00 Mars/Olympus", "2008-06-21T23:30:00Z"},
      // 8: hyphens and slashes
      {"Sat, 21-Jun-2008 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      {"21/Jun/2008 23:30:00 -0600", "2008-06-21T23:30:00-06:00"},
      // 9: years since 1900
      {"Sat, 21 Jun 108 23:30:00 GMT", "2008-06-21T23:30:00Z"},
      // 10: asctime and date(1)
      {"Sat Jun 21 23:30:00 2008", "2008-06-21T23:30:00Z"},
      {"Sat Jun  1 23:30:00 2008", "2008-06-01T23:30:00Z"},
      {"Sat Jun 21 23:30:00 EST 2008", "2008-06-21T23:30:00-05:00"},
      {"\n Sat, 21 Jun 2008 23:30:00 GMT \t", "2008-06-21T23:30:00Z"},
  };
  check_rows(rows, parse_rfc822);
  check_rows(rows, parse_date);
}

TEST_CASE("dates: numbers alone") {
  constexpr Row rows[] = {
      // the year in front
      {"2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00"},
      {"Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00"},
      {"2008.06.21 23:30", "2008-06-21T23:30:00Z"},
      {"2008. 06. 21. 23:30", "2008-06-21T23:30:00Z"},
      // with slashes the month first, unless it cannot be one
      {"06/07/2008", "2008-06-07T00:00:00Z"},
      {"06/07/2008 11:30:00 PM", "2008-06-07T23:30:00Z"},
      {"6/21/08", "2008-06-21T00:00:00Z"},
      {"21/06/2008 23:30", "2008-06-21T23:30:00Z"},
      // with dots, hyphens and blanks the day first, unless it cannot be one
      {"06.07.2008", "2008-07-06T00:00:00Z"},
      {"21.06.2008 23:30:00", "2008-06-21T23:30:00Z"},
      {"21. 6. 2008 23.30", "2008-06-21T23:30:00Z"},
      {"21.06.08", "2008-06-21T00:00:00Z"},
      {"06-07-2008", "2008-07-06T00:00:00Z"},
      {"06-21-2008", "2008-06-21T00:00:00Z"},
      {"Tue, 17 06 2008 10:00:00 +0200", "2008-06-17T10:00:00+02:00"},
      {"mar, 17/06/2008", "2008-06-17T00:00:00Z"},
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: a zone that nobody knows is UTC, and what stands behind a zone is a comment") {
  constexpr Row rows[] = {
      {"2003-12-13T18:30:02 Neptune", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02 Europe/Berlin", "2003-12-13T18:30:02Z"},
      {"2003-12-13T18:30:02+01:00[Europe/Berlin]", "2003-12-13T18:30:02+01:00"},
      {"Wed, 19 Aug 2009 18:28:00 Etc/GMT", "2009-08-19T18:28:00Z"},
      {"Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45Z"},
      {"Sat Jun 21 2008 23:30:00 GMT+0200 (Mitteleuropäische Sommerzeit)",
       "2008-06-21T23:30:00+02:00"},
      {"Sat, 21 Jun 2008 23:30:00 GMT-01:01", "2008-06-21T23:30:00-01:01"},
      {"Sat, 21 Jun 2008 23:30h CEST", "2008-06-21T23:30:00+02:00"},
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: what is no date is nothing") {
  for (const std::string_view garbage : {"",
                                         " ",
                                         "yesterday",
                                         "Sat",
                                         "Sat, Jun 2008",
                                         "21 Jun",
                                         "0000-01-01",
                                         "2003-13-01",
                                         "2003-00-10",
                                         "2003-12-32",
                                         "2003-02-29",
                                         "1900-02-29",
                                         "2003-06-31",
                                         "2003-12-13T25:00Z",
                                         "2003-12-13T24:00:01Z",
                                         "2003-12-13T18:60Z",
                                         "2003-12-13T18:30:61Z",
                                         "2003-12-13T",
                                         "2003-12-13Tnoon",
                                         "2003-12-13T18:30:02+25:00",
                                         "200",
                                         "20034",
                                         "200312",
                                         "2003000",
                                         "2003366",
                                         "031213",
                                         "03-12-13",
                                         "2003-W54",
                                         "2003-W00-1",
                                         "2003-W01-8",
                                         "2003-366",
                                         "20031213246060",
                                         "13.13.2003",
                                         "31/31/2003",
                                         "Sat, 21 Jun 2008 23:30:00 +zz:00",
                                         "Sat, 21 Jun 2008 23:30:00 -xx",
                                         "Sat, 21 Jun 2008 11:30:00 +99:99",
                                         "Sun, Jun x 2008 11:47:32 GMT",
                                         "21Foo2008",
                                         "2008年13月1日",
                                         "3 days ago",
                                         "12345678901234567890",
                                         "2003-12-",
                                         "2003-",
                                         "-2003-12-13",
                                         "31 Jun 2008 10:00:00 GMT",
                                         "32 Jan 2008",
                                         "0 Jan 2008",
                                         "21 Foo 2008",
                                         "21 Jun 20081",
                                         "Sat, 21 Jun 2008 24:30:00 GMT",
                                         "Sat, 21 Jun 2008 10:60 GMT",
                                         ":::::",
                                         "- - - - -",
                                         "\xff\xfe",
                                         "1 2 3 4 5 6 7 8 9"}) {
    CAPTURE(garbage);
    const auto date = parse_date(garbage);
    CHECK((date ? format_rfc3339(*date) : "nothing") == "nothing");
  }
}

TEST_CASE("dates: every prefix of a date, and a date of any length, is survived") {
  for (const std::string_view whole :
       {"Sat, 21 Jun 2008 23:30:00 GMT+1:00 (x)", "2003-12-13T18:30:02.25+01:00",
        "Sat Jun 21 23:30:00 EST 2008"}) {
    for (size_t size = 0; size <= whole.size(); ++size) parse_date(whole.substr(0, size));
  }
  for (const char filler : {' ', ',', '9', 'J', ':', '-', '+', '('}) {
    parse_date("2003-12-13T18:30:02" + std::string(100'000, filler));
    parse_date("Sat, 21 Jun 2008 23:30:00" + std::string(100'000, filler));
    parse_date(std::string(100'000, filler));
  }
}

TEST_CASE("dates: the twenty-ninth of February is where the calendar has one") {
  constexpr Row rows[] = {
      {"2000-02-29", "2000-02-29T00:00:00Z"},
      {"2004-02-29", "2004-02-29T00:00:00Z"},
      {"2100-02-29", "nothing"},
      {"1900-02-28", "1900-02-28T00:00:00Z"},
      {"29 Feb 2008 12:00 GMT", "2008-02-29T12:00:00Z"},
      {"29 Feb 2007 12:00 GMT", "nothing"},
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: the calendar is proleptic Gregorian") {
  const struct {
    int64_t year;
    unsigned month, day;
    int64_t days;
  } rows[] = {
      {1970, 1, 1, 0},      {1969, 12, 31, -1},    {2000, 2, 29, 11016}, {2000, 3, 1, 11017},
      {2008, 6, 21, 14051}, {1600, 1, 1, -135140}, {1, 1, 1, -719162},   {9999, 12, 31, 2932896},
      {2038, 1, 19, 24855}, {0, 3, 1, -719468},
  };
  for (const auto& row : rows) {
    CAPTURE(row.year);
    CHECK(days_from_civil(row.year, row.month, row.day) == row.days);
    CHECK(civil_time(row.days * 86400, 0) ==
          CivilTime{.year = row.year, .month = row.month, .day = row.day});
  }
}

TEST_CASE("dates: the days of four hundred years count up one by one") {
  int64_t days = days_from_civil(1800, 1, 1);
  for (int64_t i = 0; i < 146'097; ++i, ++days) {
    const CivilTime civil = civil_time(days * 86400 + 86399, 0);
    REQUIRE(days_from_civil(civil.year, civil.month, civil.day) == days);
    REQUIRE(civil.hour * 3600 + civil.minute * 60 + civil.second == 86399);
  }
  CHECK(days == days_from_civil(2200, 1, 1));
}

TEST_CASE("dates: the ends of the range are read and written") {
  constexpr Row rows[] = {
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
      {"0001-01-01T00:00:00-12:00", "0001-01-01T00:00:00-12:00"},
      {"9999-12-31T23:59:59+14:00", "9999-12-31T23:59:59+14:00"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"2106-02-07T06:28:16Z", "2106-02-07T06:28:16Z"},
  };
  check_rows(rows, parse_rfc3339);
}

TEST_CASE("dates: an instant outside of the years 1 to 9999 is none, wherever it was written") {
  CHECK_FALSE(parse_rfc3339("0001-01-01T00:00:00+14:00").has_value());
  CHECK_FALSE(parse_rfc3339("9999-12-31T23:59:60Z").has_value());
  CHECK_FALSE(parse_date("Fri, 31 Dec 9999 23:05:00 -0200").has_value());
}

TEST_CASE("dates: the usual forms are read as the general readers read them") {
  for (const char* zone : {"Z", "+00:00", "-06:00", "+05:30", "-1200", "+2460", "-25:00"}) {
    for (const char* time : {"T23:30:02", "T24:00:00", "T23:59:60", "T25:00:00", "T23:60:00"}) {
      for (const char* day : {"2008-06-21", "2008-02-30", "2008-13-01", "0000-01-01"}) {
        const std::string text = std::string(day) + time + zone;
        CAPTURE(text);
        CHECK(parse_date(text) == parse_rfc3339(text));
      }
    }
  }
  for (const char* zone : {"GMT", "-0600", "+05:30", "EST", "+9999"}) {
    for (const char* day : {"Sat, 21 Jun 2008", "Xyz, 31 dec 1999", "Sun, 31 Feb 2008"}) {
      for (const char* time : {" 23:30:02 ", " 24:00:00 ", " 23:61:00 "}) {
        const std::string text = std::string(day) + time + zone;
        CAPTURE(text);
        CHECK(parse_date(text) == parse_rfc822(text));
      }
    }
  }
}

TEST_CASE("dates: what is written is read back, whatever the offset") {
  for (int64_t second = -4'000'000'000; second < 8'000'000'000; second += 86'399'987) {
    for (const int offset : {0, 60, -60, 330, 345, -210, 840, -720, 1, -1, 1439, -1439}) {
      const Timestamp date{.seconds = second, .offset_minutes = static_cast<int16_t>(offset)};
      REQUIRE(parse_rfc3339(format_rfc3339(date)) == date);
    }
    REQUIRE(parse_rfc3339(format_utc(second)) == Timestamp{.seconds = second});
  }
}

TEST_CASE("dates: zones by name and by number") {
  const struct {
    std::string_view zone;
    std::optional<int> minutes;
  } rows[] = {
      {"Z", 0},        {"UT", 0},         {"gmt", 0},
      {"EST", -300},   {"EDT", -240},     {"CST", -360},
      {"CDT", -300},   {"MST", -420},     {"MDT", -360},
      {"PST", -480},   {"PDT", -420},     {"CET", 60},
      {"CEST", 120},   {"BST", 60},       {"EEST", 180},
      {"JST", 540},    {"IST", 330},      {"NZDT", 780},
      {"ET", -300},    {"A", 0},          {"M", 0},
      {"+0200", 120},  {"-0330", -210},   {"+02:00", 120},
      {"-6:00", -360}, {"+5", 300},       {"+530", 330},
      {"-0000", 0},    {"GMT+1", 60},     {"GMT-0100", -60},
      {"UTC +2", 120}, {"EST (x)", -300}, {"+0200 (CEST)", 120},
      {"", {}},        {"+", {}},         {"+x", {}},
      {"+2400", {}},   {"+0260", {}},     {"+12345", {}},
      {"Nowhere", {}}, {"EST5", {}},      {"+0200 9", {}},
      {"AB", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.zone);
    CHECK(parse_zone(row.zone) == row.minutes);
  }
}

TEST_CASE("dates: a date in the path of a link") {
  constexpr Row rows[] = {
      {"https://a.example/2008/06/21/title", "2008-06-21T00:00:00Z"},
      {"https://a.example/2008/06/21", "2008-06-21T00:00:00Z"},
      {"https://a.example/2008/6/1/", "2008-06-01T00:00:00Z"},
      {"https://a.example/blog/2008-06-21-title.html", "2008-06-21T00:00:00Z"},
      {"https://a.example/17/2008/06/21/", "2008-06-21T00:00:00Z"},
      {"https://a.example/1234/56/2008/06/21/", "2008-06-21T00:00:00Z"},
      {"/2008/06/21/title", "2008-06-21T00:00:00Z"},
      {"https://a.example/2008/06/title", "nothing"},
      {"https://a.example/2008/06/2134", "nothing"},
      {"https://a.example/2008/061/21/", "nothing"},
      {"https://a.example/2008/06-21/", "nothing"},
      {"https://a.example/2008/13/01/", "nothing"},
      {"https://a.example/2007/02/29/", "nothing"},
      {"https://a.example/1889/06/21/", "nothing"},
      {"https://a.example/20080/06/21/", "nothing"},
      {"https://a.example/x2008/06/21/", "nothing"},
      {"https://a.example/?to=/2008/06/21/", "nothing"},
      {"https://a.example/#/2008/06/21/", "nothing"},
      {"", "nothing"},
  };
  check_rows(rows, date_in_link);
}
