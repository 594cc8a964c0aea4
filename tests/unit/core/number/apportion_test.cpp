#include "core/number/apportion.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::exact;

std::string shared(const std::vector<std::string>& parts, int target, std::string_view step = "1") {
  std::vector<Exact> numbers;
  for (const std::string& part : parts) numbers.push_back(exact(part) / exact(step));
  std::string text;
  for (const mpz_class& steps : apportion(numbers, target)) text += steps.get_str() + ' ';
  return text;
}

TEST_CASE("missing steps go to the largest remainders") {
  CHECK(shared({"1.2", "2.7", "3.6"}, 7) == "1 3 3 ");
  CHECK(shared({"1.2", "2.7", "3.6"}, 8) == "1 3 4 ");
  CHECK(shared({"1.2", "2.7", "3.6"}, 6) == "1 2 3 ");
}

TEST_CASE("of equal remainders the earlier part gets the step") {
  CHECK(shared({"1.5", "1.5", "1.5", "1.5"}, 6) == "2 2 1 1 ");
  CHECK(shared({"1/3", "1/3", "1/3"}, 1) == "1 0 0 ");
}

TEST_CASE("parts are counted in steps") {
  CHECK(shared({"0.12", "0.18"}, 6, "0.05") == "2 4 ");
  CHECK(shared({"16.404", "1.316"}, 1772, "0.01") == "1640 132 ");
}

TEST_CASE("a negative part starts from the step below it") {
  CHECK(shared({"-1.3", "2.3"}, 1) == "-1 2 ");
  CHECK(shared({"-1.3", "2.3"}, 0) == "-2 2 ");
}

TEST_CASE(
    "steps too many are taken from the smallest remainders, of equal ones from the later part") {
  CHECK(shared({"1", "2", "3"}, 5) == "1 2 2 ");
  CHECK(shared({"1.4", "2.1", "3.9"}, 5) == "1 1 3 ");
  CHECK(shared({"1", "2"}, 0) == "0 0 ");
}

TEST_CASE("more steps than parts go round") {
  CHECK(shared({"0.1", "0.2"}, 5) == "2 3 ");
  CHECK(shared({"0"}, 3) == "3 ");
}

}  // namespace
}  // namespace billijk::core
