// Dates with words: months and weekdays of other languages, halves of the day, signs behind
// numbers.
#include <doctest/doctest.h>

#include <sstream>

#include "dates/dates.hpp"
#include "support/date_rows.hpp"

using namespace planetarium;
using test::check_rows;
using test::Row;

TEST_CASE("dates: hours of twelve, and clocks without colons") {
  constexpr Row rows[] = {
      {"Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z"},
      {"Sat, Dec 16 2023 02:02:33PM EST", "2023-12-16T14:02:33-05:00"},
      {"Dec 16, 2023, 2:02:33\u202fPM", "2023-12-16T14:02:33Z"},
      {"16 Dec 2023 12:05 AM", "2023-12-16T00:05:00Z"},
      {"16 Dec 2023 12:05 PM", "2023-12-16T12:05:00Z"},
      {"16 Dec 2023 2:05 p.m.", "2023-12-16T14:05:00Z"},
      {"16 Dec 2023 2:05 a. m.", "2023-12-16T02:05:00Z"},
      {"16 Dec 2023 23:05 PM", "2023-12-16T23:05:00Z"},
      {"am 16. Dezember 2023 um 12:05 Uhr", "2023-12-16T12:05:00Z"},
      {"16 décembre 2023 à 23h30", "2023-12-16T23:30:00Z"},
      {"16. joulukuuta 2023 klo 23.30", "2023-12-16T23:30:00Z"},
      {"16 Dec 2023 2330 GMT", "2023-12-16T23:30:00Z"},
      {"23:30, 16 Dec 2023", "2023-12-16T23:30:00Z"},
      {"23:30 CET 16 Dec 2023", "2023-12-16T23:30:00+01:00"},
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: East Asian signs behind the numbers") {
  constexpr Row rows[] = {
      {"2004년 05월 28일  01:31:15", "2004-05-28T01:31:15Z"},
      {"2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z"},
      {"2004-05-25 오전 12:23:17", "2004-05-25T00:23:17Z"},
      {"2004년 5월 28일 오후 1시 31분", "2004-05-28T13:31:00Z"},
      {"2004年5月28日", "2004-05-28T00:00:00Z"},
      {"2004年5月28日(金) 13:31:15 JST", "2004-05-28T13:31:15+09:00"},
      {"2004年5月28日（金曜日）13時31分05秒", "2004-05-28T13:31:05Z"},
      {"2004年5月28日下午11:23", "2004-05-28T23:23:00Z"},
      {"2004年05月28号 上午9点", "2004-05-28T09:00:00Z"},
      {"星期六, 21 六月 2008 23:30:00 +0800", "2008-06-21T23:30:00+08:00"},
      {"周日, 21 十二月 2008 23:30:00 +0000", "2008-12-21T23:30:00Z"},
      {"土, 21 6月 2008 23:30:00 +0000", "2008-06-21T23:30:00Z"},
      {"토, 21 6월 2008 23:30:00 +0000", "2008-06-21T23:30:00Z"},
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: weekdays and months of other languages, in their own order") {
  constexpr Row rows[] = {
      {"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"},
      {"Τρί, 11 Μαΐου 2004 12:00:00 EST", "2004-05-11T12:00:00-05:00"},
      {"2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00"},
      {"2008. június 21., szombat 23:30", "2008-06-21T23:30:00Z"},
      {"mar, 17 giu 2008 10:00:00 +0200", "2008-06-17T10:00:00+02:00"},
      {"mardi 17 juin 2008 10:00:00 +0200", "2008-06-17T10:00:00+02:00"},
      {"mar, 17 mar 2009 10:00:00 +0100", "2009-03-17T10:00:00+01:00"},
      {"sábado, 21 de junio de 2008 23:30", "2008-06-21T23:30:00Z"},
      {"maanantai, 16. kesäkuuta 2008", "2008-06-16T00:00:00Z"},
      {"Paz, 22 Haz 2008 10:00:00 +0300", "2008-06-22T10:00:00+03:00"},
      {"Пнд, 16 Июн 2008 10:00:00 +0400", "2008-06-16T10:00:00+04:00"},
      {"середа, 18 червня 2008 р. 10:00", "2008-06-18T10:00:00Z"},
      {"Mi, 18. Dez. 2008 10:00:00 MEZ", "2008-12-18T10:00:00+01:00"},
      {"1er août 2008", "2008-08-01T00:00:00Z"},
      {"1 de\u0301cembre 2008", "2008-12-01T00:00:00Z"},  // the accent on its own
  };
  check_rows(rows, parse_date);
}

TEST_CASE("dates: the months of every language that feeds are written in") {
  // January to December, in full, in another case, or as the tools shorten them.
  constexpr std::string_view languages[] = {
      "January February March April May June July August September October November December",
      "JAN FEB MAR APR MAY JUN JUL AUG SEPT OCT NOV DEC",
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Jän Feb Maerz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "JANV. FÉVR. MARS AVR. MAI JUIN JUIL. AOÛT SEPT. OCT. NOV. DÉC.",
      "jan fev mar avr mai juin juil aout sep oct nov dec",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "ene feb mar abr may jun jul ago set oct nov dic",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
      "dicembre",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "januari februari mars april maj juni juli augusti september oktober november december",
      "januar februar marts april maj juni juli august september oktober november december",
      "januar februar mars april mai juni juli august september oktober november desember",
      "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
      "syyskuuta lokakuuta marraskuuta joulukuuta",
      "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
      "grudzień",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
      "listopada grudnia",
      "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
      "ledna února března dubna května června července srpna září října listopadu prosince",
      "Led Úno Bře Dub Kvě Čvn Čvc Srp Zář Říj Lis Pro",
      "január február március április május június július augusztus szeptember október november "
      "december",
      "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
      "decembrie",
      "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος "
      "Οκτώβριος Νοέμβριος Δεκέμβριος",
      "Ιαν Φεβ Μάρ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ",
      "ΙΑΝ ΦΕΒ ΜΑΡ ΑΠΡ ΜΑΪ ΙΟΥΝ ΙΟΥΛ ΑΥΓ ΣΕΠ ΟΚΤ ΝΟΕ ΔΕΚ",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь",
      "януари февруари март април май юни юли август септември октомври ноември декември",
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
      "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
  };
  for (const std::string_view months : languages) {
    std::istringstream words{std::string(months)};
    std::string word;
    unsigned month = 0;
    while (words >> word) {
      ++month;
      CAPTURE(word);
      const auto date = parse_date("17 " + word + " 2008 10:00:00 +0100");
      CHECK((date ? civil_time(date->seconds, 60).month : 0) == month);
    }
    CHECK(month == 12);
  }
}
