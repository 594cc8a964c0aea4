#include "report/words/key_help.hpp"

#include <catch2/catch.hpp>

#include "report/format/text.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::dutch;
using tests::english;

const core::KeyFacts& sickness_facts() { return core::facts_of(core::Key::sickness); }

KeyHelp sickness() {
  return {.path = "hours.sickness",
          .type = "number",
          .facts = &sickness_facts(),
          .words = {},
          .taken = "",
          .required = true,
          .alias = "ziekteverzuim",
          .column_words = {"verzuim"}};
}

}  // namespace

TEST_CASE("a key is shown with its label, and alone with all there is to say of it") {
  const std::string all = render_text(keys_document({sickness()}, english), english, {});
  CHECK(all.find("hours.sickness") != std::string::npos);
  CHECK(all.find("Sickness") != std::string::npos);
  const std::string one = render_text(key_document(sickness(), dutch), dutch, {});
  CHECK(one.find("verzuim") != std::string::npos);
  CHECK(one.find("Ziekteverzuim") != std::string::npos);
}

}  // namespace billijk::report
