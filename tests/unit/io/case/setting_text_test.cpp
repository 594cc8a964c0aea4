#include "io/case/setting_text.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {

TEST_CASE(
    "a setting is a line of a case file: words in quotes, figures, days and lists as they are") {
  CHECK(setting_text("margin.of=price").line == "margin.of = \"price\"");
  CHECK(setting_text("title=a \"b\" = c").line == "title = \"a \\\"b\\\" = c\"");
  CHECK(setting_text("hours.leave = 250.5").line == "hours.leave = 250.5");
  CHECK(setting_text("period.to=2026-06-30").line == "period.to = 2026-06-30");
  CHECK(setting_text("indexation.percent=[4.96, 3.2]").line == "indexation.percent = [4.96, 3.2]");
}

TEST_CASE("a part of a figure is a change of that figure") {
  const SettingText part = setting_text("hours.leave.low=240");
  CHECK(part.key == "hours.leave");
  CHECK(part.path == "hours.leave.low");
  CHECK(part.value == "240");
}

TEST_CASE("a Dutch key is the English one") {
  CHECK(setting_text("uren.verlof=250").key == "hours.leave");
}

}  // namespace billijk::io
