#include "report/words/starter.hpp"

#include <catch2/catch.hpp>

#include "report/words/starter_text.hpp"

namespace billijk::report {

TEST_CASE("the texts of a case are found by the path of their key, in braces too") {
  const StatedTexts stated = stated_in(
      "schema = \"billijk/case/1\"\n\n# a comment\n[wage]\nmix = { \"0\" = 20, \"5\" = 80 }\n"
      "[employer_charges]\nsocial = { preset = \"a, b\", permanent = { value = 90, note = \"x = "
      "1\" } }\n");
  CHECK(stated.size() == 4);
  CHECK(stated.at("schema") == "\"billijk/case/1\"");
  CHECK(stated.at("wage.mix") == "{ \"0\" = 20, \"5\" = 80 }");
  CHECK(stated.at("employer_charges.social.preset") == "\"a, b\"");
  CHECK(stated.at("employer_charges.social.permanent") == "{ value = 90, note = \"x = 1\" }");
}

TEST_CASE("a starter case states what it was given, and offers the rest behind a sign") {
  const std::string text = starter_case(
      {.text = "schema = \"billijk/case/1\"\n[travel]\nminutes = { value = 4, grade = "
               "\"placeholder\" }\n",
       .keys = {},
       .sides = {{{"travel.minutes"}, {"travel.minutes_between", "travel.visit_minutes"}}},
       .to_fill = {"travel.minutes"}},
      Language::en);
  CHECK(text.find("#   travel.minutes  travel time\n") != std::string::npos);
  CHECK(text.find("# travel time, minutes per billable hour; still to fill in\nminutes = {") !=
        std::string::npos);
  CHECK(text.find("# length of a visit, minutes; in place of minutes\n#visit_minutes =\n") !=
        std::string::npos);
  CHECK(text.find("\n[contract]\n") != std::string::npos);
  CHECK(text.find("\n#[indexation]\n") != std::string::npos);
  CHECK(text.find("[given]") == std::string::npos);
}

}  // namespace billijk::report
