// What search and the guess at a language make of a text.
#include <doctest/doctest.h>

#include <string>

#include "text/guess_language.hpp"
#include "text/search_fold.hpp"

using namespace planetarium;

TEST_CASE("search: case, accents and ligatures do not matter") {
  const struct {
    std::string_view written, folded;
  } rows[] = {
      {"Café CRÈME", "cafe creme"},
      {"Cafe\u0301", "cafe"},
      {"naïve Ångström", "naive angstrom"},
      {"Straße, STRASSE", "strasse, strasse"},
      {"Œuvre, Æther, ﬁn", "oeuvre, aether, fin"},
      {"Łódź, Đorđe, Şişli, İstanbul", "lodz, dorde, sisli, istanbul"},
      {"Ελλάδα, ΆΝΟΙΞΗ", "ελλαδα, ανοιξη"},
      {"Ёлка, МОСКВА, Чайка", "елка, москва, чайка"},
      {"việt nam, ấm", "viet nam, am"},
      {"日本語 한국어", "日本語 한국어"},
      {"it\u2019s", "it's"},
  };
  for (const auto& row : rows) CHECK(search_folded(row.written) == row.folded);
}

TEST_CASE("search: each folded byte knows where it comes from") {
  std::string out;
  std::vector<uint32_t> places;
  append_search_folded(out, "aßé日", &places);
  CHECK(out == "asse日");
  CHECK(places == std::vector<uint32_t>{0, 1, 1, 3, 5, 5, 5});
}

TEST_CASE("search: a byte of the whole folded text is found again in what was written") {
  const std::string written =
      "Straße, CAFE\u0301 und Œuvre: ﬃ 日本語 \U0001f600 and a longer run of ASCII, é";
  std::string folded;
  std::vector<uint32_t> places;
  append_search_folded(folded, written, &places);
  for (size_t at = 0; at < folded.size(); ++at)
    CHECK(place_before_folding(written, at) == places[at]);
  CHECK(place_before_folding(written, folded.size()) == written.size());
}

TEST_CASE("search: scripts without spaces between words are known") {
  for (const char32_t c : {U'a', U'7', U'é', U'я', U'α', U'ע', U'ع', U'한'})
    CHECK(is_spaced_letter(c));
  for (const char32_t c : {U' ', U'-', U'\'', U'日', U'の', U'ไ', U'»', U'…', U'。', U'😀'})
    CHECK_FALSE(is_spaced_letter(c));
}

TEST_CASE("language: sentences are told apart by their small words and scripts") {
  const struct {
    std::string_view language, text;
  } rows[] = {
      {"en", "The release is out, and it comes with a new scheduler that was long in the making."},
      {"de",
       "Die neue Fassung ist da, und sie bringt auch einen Planer mit, auf den wir lange gewartet "
       "haben."},
      {"fr",
       "La nouvelle version est sortie, et elle apporte un planificateur que nous attendions pour "
       "cette année."},
      {"es",
       "La nueva versión ya está lista y trae un planificador que no es como el de antes, por lo "
       "que se nota."},
      {"pt",
       "A nova versão já saiu e traz um agendador que não é como o de antes, mas com mais opções "
       "para os nós."},
      {"it",
       "La nuova versione è uscita e porta con sé uno schedulatore che non è più quello di prima, "
       "nel bene."},
      {"nl",
       "De nieuwe versie is uit en er zit een planner in die niet op de oude lijkt, maar dat is "
       "ook voor het beste."},
      {"sv",
       "Den nya versionen är ute och det finns en planerare som inte är på samma sätt, men jag har "
       "provat den."},
      {"pl",
       "Nowa wersja jest już gotowa i nie ma w niej tylko tego, co było dla nas ważne, ale się "
       "zmieni."},
      {"ru",
       "Новая версия вышла, и в ней есть планировщик, который мы ждали так долго, что это не "
       "смешно."},
      {"sr",
       "Нова верзија је изашла и у њој је планер који смо дуго чекали, али то није све што се "
       "мења."},
      {"ja", "新しいバージョンがリリースされました。とても速いです。"},
      {"zh", "新版本已经发布，速度比以前快得多，欢迎大家试用。"},
      {"ko", "새 버전이 나왔습니다. 예전보다 훨씬 빠릅니다."},
      {"el", "Η νέα έκδοση κυκλοφόρησε και είναι πολύ πιο γρήγορη."},
      {"he", "הגרסה החדשה יצאה והיא מהירה הרבה יותר."},
      {"", "Foo 1.2.3"},
      {"", "abc"},
      {"", ""},
      {"", "int main() { return 42; } // xyz qux quux"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(guess_language(row.text) == row.language);
  }
}
