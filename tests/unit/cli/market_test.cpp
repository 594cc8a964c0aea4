#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "unit/cases.hpp"

// billijk market, and calc --unit, as they are called.

namespace billijk::cli {
namespace {

using nlohmann::json;
using tests::CaseText;

struct Answer {
  int exit = 0;
  std::string out;
  std::string err;

  bool has(const std::string& code) const {
    return err.find('[' + code + ']') != std::string::npos;
  }
};

/// Calls the program with a case on its standard input.
Answer ask(std::vector<const char*> words, const CaseText& text) {
  words.insert(words.begin(), "billijk");
  std::istringstream in{text.text()};
  std::ostringstream out;
  std::ostringstream err;
  const int exit = run(static_cast<int>(words.size()), words.data(), in, out, err);
  return {.exit = exit, .out = out.str(), .err = err.str()};
}
json numbers_compared(const char* list) {
  const CaseText text =
      CaseText{}.with("market", "volume = 12000\nprovider_contract = 10000\nproviders = [7]");
  const Answer answer = ask({"market", "-", "--format", "json", "--providers", list}, text);
  if (answer.exit != 0) return answer.err;
  const json market = json::parse(answer.out);
  json numbers = json::array();
  for (const json& row : market["rows"]) numbers.push_back(row["providers"]);
  return numbers;
}
/// What is found wrong with a list of numbers.
std::string refused_list(const char* list) {
  const Answer answer =
      ask({"market", "-", "--providers", list}, CaseText{}.with("contract", "volume = 12000"));
  CHECK(answer.exit == 2);
  return answer.err;
}

const CaseText shared =
    CaseText{}.with("market", "volume = 12000\nprovider_contract = 10000\nshares = [50, 40, 10]");

}  // namespace

TEST_CASE("numbers of providers on the command line stand in the place of those of the case") {
  CHECK(numbers_compared("1,2,5") == json{1, 2, 5});
  CHECK(numbers_compared(" 3 , 61") == json{3, 61});
  CHECK(numbers_compared("10000") == json::array({10'000}));
}

TEST_CASE("a list that is none of numbers of providers is refused") {
  for (const char* list : {"0", "10001", "1,", ",1", "1,,2", "1;2", "two", "-1", "1.5"}) {
    CAPTURE(list);
    CHECK(refused_list(list).find("[E053]") != std::string::npos);
  }
}

TEST_CASE("a market of which a provider sinks at the tariff is a finding") {
  CHECK(ask({"market", "-"}, shared).exit == 0);
  CHECK(ask({"market", "-", "--tariff", "47"}, shared).exit == 1);
  CHECK(ask({"market", "-", "--tariff", "50.50"}, shared).exit == 0);
  CHECK(ask({"market", "-", "--tariff", "40"}, CaseText{}.with("market", "volume = 1000")).exit ==
        0);
}

TEST_CASE("a market takes the tariff and unit of the command line") {
  CaseText text = shared;
  text.with("contract", "tariff = 60\nvolume = 1000");
  const auto asked = [&](std::vector<const char*> words) {
    words.insert(words.begin(), {"market", "-", "--format", "json"});
    return json::parse(ask(words, text).out);
  };
  CHECK(asked({})["tariff"]["per_hour"] == 60);
  CHECK(asked({"--tariff", "1", "--unit", "minute"})["tariff"]["per_hour"] == 60);
  CHECK(asked({"--tariff", "50000", "--unit", "lump_sum"})["tariff"]["per_hour"] == 50);
  CHECK(asked({"--set", "market.volume=6000"})["volume"] == 6000);
}

TEST_CASE("a market without hours, or of a given cost price, is refused") {
  CHECK(ask({"market", "-"}, CaseText{}).has("E016"));
  CHECK(ask({"market", "-"}, tests::given_cost_price("40").with("contract", "volume = 1000"))
            .has("E155"));
  CHECK(ask({"market", "-", "--tariff", "90", "--unit", "week"}, shared).has("E031"));
  CHECK(ask({"market", "-", "--tariff", "90", "--unit", "lump_sum"}, shared).has("E031"));
}

TEST_CASE("a lone number of providers is compared with none and still told") {
  const Answer answer = ask({"market", "-", "--providers", "3"}, shared);
  CHECK(answer.exit == 0);
  CHECK(answer.out.find("With 3 providers the municipality") != std::string::npos);
}

TEST_CASE("calc puts its boundaries in any unit it has the divisor of") {
  const CaseText text = CaseText{}.with("contract", "norm_hours = 104\nvolume = 1000");
  for (const char* unit : {"hour", "minute", "week", "4weeks", "month", "year", "lump_sum"}) {
    CAPTURE(unit);
    const Answer answer = ask({"calc", "-", "--format", "json", "--unit", unit}, text);
    CHECK(answer.exit == 0);
    CHECK(json::parse(answer.out)["in_unit"]["unit"] == unit);
  }
  CHECK(json::parse(ask({"calc", "-", "--format", "json"}, text).out)["in_unit"].is_null());
  CHECK(ask({"calc", "-", "--unit", "fortnight"}, text).exit == 2);
  CHECK(ask({"calc", "-", "--unit", "week"}, CaseText{}).has("E031"));
  CHECK(ask({"calc", "-", "--unit", "lump_sum"}, CaseText{}).has("E031"));
  CHECK(ask({"calc", "-", "--unit", "minute"}, CaseText{}).exit == 0);
}

}  // namespace billijk::cli
