#include "core/norm_hours.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::exact;

using Modules = std::vector<std::pair<std::string, std::string>>;

Profile profile(const std::string& label, const std::string& share, const Modules& modules) {
  Profile result;
  result.label = label;
  result.share.value = decimal(share);
  for (const auto& [key, count] : modules) {
    Profile::Module module{.key = key, .count = {}};
    module.count.value = decimal(count);
    result.modules.push_back(std::move(module));
  }
  return result;
}

/// The round case with these profiles, none of whose norm hours are known yet.
struct Counted {
  Counted(std::vector<Profile> profiles, const std::string& stated = "")
      : subject{tests::load(stated.empty()
                                ? CaseText{}.text()
                                : CaseText{}.with("contract", "norm_hours = " + stated).text())
                    ->subject} {
    subject.result = ResultNorm{
        .preset = "nl/p", .profiles = std::move(profiles), .norm_hours = {}, .stated = false};
  }
  Diagnostics take(const Preset& preset) { return take_norm_hours(subject, preset); }
  Exact taken() const { return Exact{subject.value(Key::norm_hours)}; }

  Case subject;
};

std::string of_modules(const std::string& figures) {
  std::string labels;
  for (std::size_t begin = 0; begin < figures.size();) {
    const std::size_t end = std::min(figures.find(", ", begin), figures.size());
    const std::string one = figures.substr(begin, end - begin);
    labels += (labels.empty() ? "" : ", ") + one.substr(0, one.find(" =")) + " = \"l\"";
    begin = end + 2;
  }
  return "modules = { " + figures + " }\nlabels = { " + labels + " }";
}
Preset frame(const tests::Rows& rows) { return tests::make_preset("nl/p", "norm_hours", rows); }

const Preset plain = frame({{"2020-01-01", of_modules("base = 100, room = 12.5, own = -20")}});
const Preset changing = frame({{"2025-01-01", of_modules("base = 100, old = 5")},
                               {"2026-07-01", of_modules("base = 120, new = 7")}});

std::string norm_preset(const std::string& rest) {
  return "preset = \"nl/norm-hours-kpmg\"\nprofiles = [ " + rest + " ]";
}
std::string client(const std::string& modules, const std::string& share = "100") {
  return "{ label = \"" + share + "\", share = " + share + ", modules = { " + modules + " } }";
}

}  // namespace

TEST_CASE("norm hours are counts of modules, and of a mix their shares") {
  Counted of{{profile("light", "70", {{"base", "1"}, {"own", "1"}}),
              profile("heavy", "30", {{"base", "1.5"}, {"room", "2"}, {"own", "0"}})}};
  REQUIRE(of.take(plain).empty());
  CHECK(of.subject.result->profiles[0].norm_hours == exact("80"));
  CHECK(of.subject.result->profiles[1].norm_hours == exact("175"));
  CHECK(of.subject.result->norm_hours == exact("108.5"));  // 0.7 x 80 + 0.3 x 175
  CHECK(of.taken() == exact("108.5"));
  CHECK_FALSE(of.subject.result->stated);
  CHECK(of.subject.number(Key::norm_hours)->grade == Grade::derived);
}

TEST_CASE("a module counted twice in a list of keys is the sum of its counts") {
  Counted of{{profile("c", "100", {{"base", "1"}, {"base", "0.5"}})}};
  REQUIRE(of.take(plain).empty());
  CHECK(of.taken() == exact("150"));
}

TEST_CASE("a module that changes in the year is weighted by days") {
  Counted of{{profile("c", "100", {{"base", "1"}})}};
  REQUIRE(of.take(changing).empty());
  // 181 of 365 days at 100, 184 at 120.
  CHECK(of.subject.result->norm_hours == exact("40180/365"));
}

TEST_CASE("norm hours worked out are a figure of the case, half up to twelve decimals") {
  Counted of{{profile("c", "100", {{"base", "1"}})}};
  REQUIRE(of.take(changing).empty());
  CHECK(of.taken() == exact("110.082191780822"));  // 110.0821917808219…
  // A quarter of the last decimal, and the half of it.
  Counted half{{profile("a", "0.0000000001", {{"base", "1.0025"}}),
                profile("b", "99.9999999999", {{"base", "1"}})}};
  REQUIRE(half.take(plain).empty());
  CHECK(half.subject.result->norm_hours == exact("100") + exact("0.000000000001/4"));
  CHECK(half.taken() == exact("100"));
  Counted up{{profile("a", "0.0000000001", {{"base", "1.005"}}),
              profile("b", "99.9999999999", {{"base", "1"}})}};
  REQUIRE(up.take(plain).empty());
  CHECK(up.subject.result->norm_hours == exact("100") + exact("0.000000000001/2"));
  CHECK(up.taken() == exact("100.000000000001"));
}

TEST_CASE("an unknown module is refused with those the preset knows") {
  Counted of{
      {profile("a", "50", {{"base", "1"}, {"attic", "1"}}), profile("b", "50", {{"cellar", "0"}})}};
  const Diagnostics found = of.take(plain);
  REQUIRE(codes(found) == "E157 E157");
  CHECK(found[0].key == "result.profiles.modules.attic");
  CHECK(argument(found[0], "module") == "attic");
  CHECK(argument(found[0], "preset") == "nl/p");
  CHECK(argument(found[0], "day") == "2026-01-01");
  CHECK(argument(found[0], "allowed") == "base, room, own");
  CHECK(argument(found[1], "module") == "cellar");
  CHECK_FALSE(of.subject.number(Key::norm_hours));
}

TEST_CASE("a module has to be there on every day, and is told of once") {
  const auto missing = [](const std::string& module) {
    Counted of{{profile("c", "100", {{module, "1"}})}};
    return of.take(changing);
  };
  REQUIRE(codes(missing("old")) == "E157");
  CHECK(argument(missing("old").front(), "day") == "2026-07-01");
  CHECK(argument(missing("old").front(), "allowed") == "base, new");
  REQUIRE(codes(missing("new")) == "E157");
  CHECK(argument(missing("new").front(), "day") == "2026-01-01");
  CHECK(codes(missing("neither")) == "E157");
}

TEST_CASE("a row of one figure has no modules to count") {
  Counted of{{profile("c", "100", {{"base", "1"}})}};
  const Diagnostics found =
      of.take(frame({{"2020-01-01", "hours = 108"}, {"2026-03-01", "hours = 110"}}));
  REQUIRE(codes(found) == "E158 E158");
  CHECK(found.front().key == "result.preset");
  CHECK(argument(found.front(), "day") == "2026-01-01");
  CHECK(argument(found.back(), "day") == "2026-03-01");
  Counted beside{{profile("c", "100", {{"base", "1"}})}};
  CHECK(beside.take(frame({{"2020-01-01", "hours = 108\n" + of_modules("base = 90")}})).empty());
  CHECK(beside.taken() == exact("90"));
}

TEST_CASE("a client of no hours is refused") {
  const auto hours = [](const Modules& modules) {
    Counted of{{profile("c", "100", modules)}};
    return of.take(plain);
  };
  for (const Modules& none : {Modules{}, Modules{{"base", "0"}}, Modules{{"own", "1"}},
                              Modules{{"base", "1"}, {"own", "5"}}})
    CHECK(codes(hours(none)) == "E159");
  CHECK(hours({{"base", "1"}, {"own", "4.9"}}).empty());
  const Diagnostics found = hours({{"base", "1"}, {"own", "6"}});
  CHECK(argument(found.front(), "profile") == "c");
  CHECK(argument(found.front(), "found") == "-20");
}

TEST_CASE("a day without a row is told of once, before the first and after the last") {
  Counted of{{profile("c", "100", {{"base", "1"}})}};
  const Diagnostics before = of.take(frame({{"2026-02-01", of_modules("base = 100")}}));
  REQUIRE(codes(before) == "E027");
  CHECK(argument(before.front(), "day") == "2026-01-01");
  CHECK(argument(before.front(), "reason") == "@before_first_row");
  CHECK(argument(before.front(), "first") == "2026-02-01");
  Counted after{{profile("c", "100", {{"base", "1"}})}};
  const Diagnostics past =
      after.take(frame({{"2020-01-01", "until = 2026-06-30\n" + of_modules("base = 100")}}));
  REQUIRE(codes(past) == "E027");
  CHECK(argument(past.front(), "day") == "2026-07-01");
  CHECK(argument(past.front(), "reason") == "@after_until");
}

TEST_CASE("norm hours stated hold, and are told of where they differ") {
  const auto differs = [](const std::string& stated) {
    Counted of{{profile("c", "100", {{"base", "1"}})}, stated};
    REQUIRE(of.take(changing).empty());
    CHECK(of.taken() == exact(stated));
    CHECK(of.subject.result->stated);
    return norm_hours_differ(of.subject);
  };
  CHECK_FALSE(differs("110.082191780822"));
  const std::optional<Diagnostic> found = differs("110.08");
  REQUIRE(found);
  CHECK(name_of(found->code) == "W024");
  CHECK(found->key == "contract.norm_hours");
  CHECK(argument(*found, "stated") == "110.08");
  CHECK(argument(*found, "found") == "110.082191780822");
  Counted worked_out{{profile("c", "100", {{"base", "1"}})}};
  REQUIRE(worked_out.take(changing).empty());
  CHECK_FALSE(norm_hours_differ(worked_out.subject));
}

TEST_CASE("a case that states others computes with its own, under a warning") {
  CaseText text;
  text.with("result", norm_preset(client("full_takeover = 1")))
      .with("contract", "tariff = 100\nunit = \"week\"\nnorm_hours = 104");
  const tests::Computed stated = tests::compute(text);
  CHECK(codes(stated->warnings).find("W024") != std::string::npos);
  CHECK(stated->subject.value(Key::norm_hours) == decimal("104"));
  const tests::Computed same =
      tests::compute(text.with("contract", "tariff = 100\nunit = \"week\"\nnorm_hours = 108.0"));
  CHECK(codes(same->warnings).find("W024") == std::string::npos);
}

TEST_CASE("each module counted is used once, and binds a tariff of norm hours made of it") {
  const auto of_contract = [](const std::string& contract) {
    CaseText text;
    text.with("result", norm_preset(client("full_takeover = 1", "60") + ", " +
                                    client("full_takeover = 1, own_capacity = 1", "40")));
    if (!contract.empty()) text.with("contract", contract);
    return tests::compute(text);
  };
  const tests::Computed of_week = of_contract("unit = \"week\"");
  const std::vector<UsedFigure> used = modules_used(of_week->subject, of_week->presets);
  REQUIRE(used.size() == 2);
  CHECK(used[0].key() == "nl/norm-hours-kpmg@2021-01-01.modules.full_takeover");
  CHECK(used[0].value == decimal("108"));
  CHECK(used[1].value == decimal("-23"));
  const auto binds = [&](const std::string& contract) {
    const tests::Computed subject = of_contract(contract);
    return modules_used(subject->subject, subject->presets).front().binds;
  };
  CHECK(binds("unit = \"week\""));
  CHECK_FALSE(binds("unit = \"hour\""));
  CHECK_FALSE(binds(""));
  CHECK_FALSE(binds("unit = \"month\"\nnorm_hours = 100"));
  CHECK(modules_used(tests::compute(CaseText{})->subject, {}).empty());
}

}  // namespace billijk::core
