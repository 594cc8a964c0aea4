#include "core/case/rail_watch.hpp"

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::exact;

/// The codes of the rails that fire, in the order of their table.
std::string codes_of(const Rails& rails) {
  std::string text;
  for (std::size_t i = 0; i < all_rails.size(); ++i) {
    if (rails[i]) (text += text.empty() ? "" : " ") += name_of(all_rails.at(i).code);
  }
  return text;
}

/// What fires of a case with these numbers in a row.
std::string fired(const CaseText& text, const std::vector<std::pair<Key, const char*>>& row) {
  std::vector<Key> keys;
  for (const auto& [key, value] : row) keys.push_back(key);
  RailWatch watch{tests::compute(text)->subject, keys};
  for (const auto& [key, value] : row)
    watch.set(key, exact(value).rational().get_d(), is_written_as_thousands(value));
  return codes_of(watch.of_case([&](Key wanted) {
    const auto found =
        std::ranges::find_if(row, [&](const auto& cell) { return cell.first == wanted; });
    REQUIRE(found != row.end());
    return exact(found->second);
  }));
}

}  // namespace

TEST_CASE("the rails of rows fire where those of a case do, to the last decimal") {
  const CaseText plain;
  CHECK(fired(plain, {{Key::sickness, "1"}}) == "");
  CHECK(fired(plain, {{Key::sickness, "0.999999999999"}}) == "W050");
  CHECK(fired(plain, {{Key::sickness, "0"}}) == "");
  CHECK(fired(plain, {{Key::sickness, "25"}}) == "");
  CHECK(fired(plain, {{Key::sickness, "25.01"}}) == "W064");
  const CaseText with_volume = CaseText{}.with("contract", "volume = 100");
  CHECK(fired(with_volume, {{Key::volume, "48.000"}}) == "W051");
  CHECK(fired(with_volume, {{Key::volume, "48.0000"}}) == "");
  CHECK(fired(plain, {{Key::holiday_allowance, "8"}}) == "");
  CHECK(fired(plain, {{Key::holiday_allowance, "7.999999999999"}}) == "W061");
  CHECK(fired(plain, {{Key::holiday_allowance, "0.08"}}) == "W050");
  // 1830 x 28 / 366 = 140.
  CHECK(fired(plain, {{Key::contract_hours, "1830"}, {Key::leave, "140"}}) == "");
  CHECK(fired(plain, {{Key::contract_hours, "1830"}, {Key::leave, "139.999999999999"}}) == "W062");
  CHECK(fired(plain, {{Key::contract_hours, "36"}, {Key::leave, "5"}}) == "W052");
}

TEST_CASE("what no cell of a row changes fires in every row") {
  const CaseText text =
      CaseText{}.with("supplements", "holiday_allowance = 0.08\nyear_end_bonus = 0");
  CHECK(fired(text, {{Key::sickness, "7"}}) == "W050");
  CHECK(fired(text, {{Key::sickness, "0.07"}}) == "W050 W050");
  CHECK(fired(text, {{Key::holiday_allowance, "8"}}) == "");
}

TEST_CASE("a tariff near the cost price needs no second look") {
  CHECK(RailWatch::of_tariff(41, 40) == Rails{});
  CHECK_FALSE(RailWatch::of_tariff(80, 40));
  CHECK_FALSE(RailWatch::of_tariff(20, 40));
  CHECK_FALSE(RailWatch::of_tariff(200, 150));
}

}  // namespace billijk::core
