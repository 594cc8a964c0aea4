#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace billijk::cli {
namespace {

struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};

Outcome call(std::vector<const char*> words, const std::string& input = {}) {
  words.insert(words.begin(), "billijk");
  std::istringstream in{input};
  std::ostringstream out;
  std::ostringstream err;
  const int exit = run(static_cast<int>(words.size()), words.data(), in, out, err);
  return {exit, out.str(), err.str()};
}

}  // namespace

TEST_CASE("the exit code is that of the zone") {
  const char* subject = "preset:cases/hbh-2026";
  CHECK(call({"check", subject, "--tariff", "34.00"}).exit == 1);
  CHECK(call({"check", subject, "--tariff", "38.50"}).exit == 1);
  CHECK(call({"check", subject, "--tariff", "42.00"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "46.00"}).exit == 1);
  CHECK(call({"check", subject}).exit == 2);
  CHECK(call({}).exit == 2);
}

TEST_CASE("a boundary belongs to the fair zone on both sides") {
  const char* subject = "preset:cases/hbh-2026";
  CHECK(call({"check", subject, "--tariff", "41.16"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "41.1599"}).exit == 1);
  CHECK(call({"check", subject, "--tariff", "45.28"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "45.2801"}).exit == 1);
}

TEST_CASE("a report stands on standard output, what went wrong on standard error") {
  const Outcome fine = call({"calc", "preset:cases/hbh-2026", "--format", "csv"});
  CHECK(fine.err.empty());
  CHECK(fine.out.starts_with("section,key,element,"));
  const Outcome wrong = call({"calc", "-"}, "schema = 1");
  CHECK(wrong.exit == 2);
  CHECK(wrong.out.empty());
  CHECK(wrong.err.find("[E022]") != std::string::npos);
}

TEST_CASE("the language asked for reaches texts and, only when asked for, machine formats") {
  CHECK(call({"--lang", "nl", "--help"}).out.find("Gebruik") != std::string::npos);
  CHECK(call({"help", "--lang=nl", "check"}).out.find("Opties") != std::string::npos);
  CHECK(call({"calc", "preset:cases/hbh-2026", "--format", "json", "--lang", "nl"})
            .out.find("Loon") != std::string::npos);
  CHECK(call({"calc", "preset:cases/hbh-2026", "--lang", "fr"}).exit == 2);
}

TEST_CASE("an amount that reads two ways is refused") {
  const char* subject = "preset:cases/hbh-2026";
  for (const char* amount : {"1,234", "1.234", "41.125"}) {
    CAPTURE(amount);
    const Outcome outcome = call({"check", subject, "--tariff", amount});
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("[E053]") != std::string::npos);
  }
  CHECK(call({"check", subject, "--tariff", "0,702", "--unit", "minute"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "€ 42,00"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "42.1250"}).exit == 0);
  CHECK(call({"check", subject, "--tariff", "-5"}).exit == 2);
}

}  // namespace billijk::cli
