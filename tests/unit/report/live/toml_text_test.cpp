#include "report/live/toml_text.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::report {

using tests::CaseText;

TEST_CASE("a figure is written with all that is stated of it, so that it reads the same again") {
  const std::string stated =
      "{ value = 7.5, low = 6, high = 9, distribution = \"uniform\", grade = \"measured\", source "
      "= [\"roster\", \"a \\\"quoted\\\" one\"], checked = 2026-01-31, note = { nl = \"één\", en = "
      "\"one\" } }";
  const auto read = [](const std::string& figure) {
    return tests::compute(CaseText{}, {"hours.sickness=" + figure})->subject;
  };
  const core::Case subject = read(stated);
  const std::string written = toml_figure(*subject.number(core::Key::sickness));
  CHECK(written == stated);
  CHECK(toml_figure(*read(written).number(core::Key::sickness)) == written);
}

TEST_CASE("a text stays within its quotes whatever it is") {
  CHECK(toml_text("a\"b\\c\n") == R"("a\"b\\c\n")");
  CHECK(toml_text("\xFF") == "\"\uFFFD\"");
}

TEST_CASE("a line of one's own is written but for its figure") {
  const core::Case subject =
      tests::compute(CaseText{}.line("key = \"gloves\"\nlabel = \"Gloves\"\nelement = \"d\"\n"
                                     "amount = 0.05\nper = \"billable_hour\""))
          ->subject;
  CHECK(
      toml_line(subject.lines.at(0)) ==
      "[[line]]\nkey = \"gloves\"\nlabel = \"Gloves\"\nelement = \"d\"\nper = \"billable_hour\"\n");
}

}  // namespace billijk::report
