#include "report/words/key_words.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "io/case/schema.hpp"
#include "unit/cases.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;

/// Every path people can write in a case, inside lists and clauses too.
std::set<std::string> all_paths() {
  std::set<std::string> paths;
  for (const io::Entry& entry : io::case_entries()) {
    const std::string path{entry.path};
    paths.insert(path);
    const std::vector<io::Entry>* const inside =
        entry.kind == io::Kind::clause ? &io::clause_entries() : entry.inside;
    if (inside == nullptr) continue;
    for (const io::Entry& part : *inside) paths.insert(path + '.' + std::string{part.path});
  }
  return paths;
}

}  // namespace

TEST_CASE("every key of a case has words in every language, and no others have") {
  for (const Language language : {Language::nl, Language::en}) {
    std::set<std::string> named;
    for (const KeyWords& words : key_words(language)) {
      named.emplace(words.path);
      INFO(words.path);
      CHECK_FALSE(words.name.empty());
      CHECK(words.help.ends_with('.'));
      // A name stands within a sentence.
      CHECK((words.name.substr(0, 1) != capital(std::string{words.name.substr(0, 1)}) ||
             words.name.starts_with("Whk")));
    }
    CHECK(named == all_paths());
  }
}

TEST_CASE("a figure is called by its name, of an own line by its label") {
  const tests::Computed subject =
      tests::compute(CaseText{}.line("key = \"gloves\"\nlabel = \"Gloves\"\nelement = "
                                     "\"f\"\namount = 1\nper = \"billable_hour\""));
  const FigureNames names{subject->subject, Language::nl};
  CHECK(names.name("hours.sickness") == "ziekteverzuim");
  CHECK(names.label("hours.sickness") == "Ziekteverzuim, % van de uren");
  CHECK(names.label("title") == "Titel");
  CHECK(names.name("line.gloves.amount") == "Gloves");
  CHECK(names.name("line.gloves") == "Gloves");
  CHECK(names.name("line.shoes.amount") == "line.shoes.amount");
  CHECK(names.name("wage.mix.1/4") == "uren in trede 1/4");
  CHECK(names.name("wage.mix.4.wage") == "eigen loon van trede 4");
  CHECK(names.name("indexation.percent.2027") == "indexatie in 2027");
  CHECK(names.name("nl/minimum-wage@2026-01-01.hour") == "nl/minimum-wage@2026-01-01.hour");
  CHECK(names.list({"hours.sickness", "hours.leave", "travel.minutes"}) ==
        "ziekteverzuim, verlof en reistijd");
}

TEST_CASE("a key is said with its name only where it has one") {
  CHECK(name_with_key("hours.sickness", Language::en) == "sickness (hours.sickness)");
  CHECK(name_with_key("hours.sicknes", Language::en) == "hours.sicknes");
}

TEST_CASE("a word a case states is said in words, where the key has such a word") {
  CHECK(chosen_text("hours.sickness_base", "after_leave", Language::nl) ==
        "contracturen min verlof");
  CHECK(chosen_text("hours.sickness_base", "gross", Language::nl) == "gross");
  CHECK(chosen_text("title", "wage", Language::nl) == "wage");
}

}  // namespace billijk::report
