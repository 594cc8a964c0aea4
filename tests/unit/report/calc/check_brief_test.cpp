#include "report/calc/check_brief.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/format/text.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::dutch;
using tests::english;

Document brief(const CaseText& text, const char* offered, const Format& format = english) {
  const tests::Computed subject = tests::compute(text);
  core::Checked<core::Verdict> verdict = core::give_verdict(
      *subject, {.value = tests::decimal(offered), .unit = core::TariffUnit::hour});
  if (!verdict) throw std::runtime_error{tests::summary(verdict.error())};
  const std::vector<analysis::Effect> effects =
      analysis::sensitivity_of(*subject, core::Total::cost_price, std::nullopt).effects;
  return check_brief_document(
      {*subject, *verdict, effects, analysis::changes_together(*subject, *verdict, effects)},
      format);
}

/// Whether its text holds these words, however its lines break.
bool tells(const Document& document, const std::string& words) {
  std::string text = render_text(document, english, {.width = 100000});
  return text.find(words) != std::string::npos;
}

CaseText open_case() {
  return CaseText{}
      .with("contract", "volume = 1000")
      .with("hours",
            "contract = 2000\nleave = { value = 300, grade = \"unconfirmed\" }\nsickness = { value "
            "= 5, low = 4, high = 6, grade = \"placeholder\" }");
}

}  // namespace

TEST_CASE("a brief says what an hour costs, what is missed in a year, and who has what is open") {
  const Document document = brief(open_case(), "38.50");
  CHECK(tells(document, "an hour of help costs € 40.50"));
  CHECK(tells(document, "At the stated 1,000 hours a year that is € 2,000."));
  CHECK(tells(document, "Costs by article 5.4(3)"));
  CHECK(tells(document, "collective agreement: leave: 300 hours"));
  CHECK(tells(document, "provider: sickness: 5 %"));
  CHECK(tells(brief(open_case(), "38.50", dutch), "aanbieder: ziekteverzuim: 5 %"));
}

TEST_CASE("a brief of a fair tariff and of one that is too high says what then") {
  CHECK(tells(brief(open_case(), "42"), "this one is"));
  CHECK(tells(brief(open_case(), "60"), "Ask the provider what the difference is made of."));
  CHECK(tells(brief(CaseText{}, "40.50"), "exactly the cost price"));
}

TEST_CASE("a brief stays one page, however many figures are open") {
  CaseText text = open_case();
  for (int i = 0; i < 40; ++i) {
    text.line("key = \"line" + std::to_string(i) + "\"\nlabel = \"" + std::string(70, 'x') +
              std::to_string(i) +
              "\"\nelement = \"d\"\namount = { value = 0.01, low = 0, high = 0.02, grade = "
              "\"placeholder\" }\nper = \"billable_hour\"");
  }
  for (const char* const offered : {"20", "40", "41", "60"}) {
    const std::string shown = render_text(brief(text, offered), english, {});
    INFO(shown);
    CHECK(std::ranges::count(shown, '\n') <= 60);
  }
}

}  // namespace billijk::report
