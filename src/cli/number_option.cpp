#include "cli/number_option.hpp"

#include <algorithm>
#include <charconv>
#include <thread>
#include <vector>

#include "io/nearest.hpp"

namespace billijk::cli {
namespace {

core::Diagnostic wrong_value(const std::string& option, const std::string& found, std::string allowed, std::string example) {
  return {.code = core::Code::option_value,
          .at = {},
          .key = option,
          .arguments = {{"option", option}, {"found", found}, {"allowed", std::move(allowed)}, {"example", std::move(example)}}};
}

}  // namespace

core::Checked<std::uint64_t> read_count(const CountLimits& limits, const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc{} && stop == end && number >= limits.lowest && number <= limits.highest) return number;
  return tl::unexpected{core::Diagnostics{
      wrong_value(limits.option, text, std::to_string(limits.lowest) + " … " + std::to_string(limits.highest), limits.option + ' ' + limits.example)}};
}

core::Checked<std::uint64_t> read_threads(const std::string& text) {
  constexpr unsigned most = 256;
  if (text.empty()) return std::clamp(std::thread::hardware_concurrency(), 1U, most);
  return read_count({.option = "--threads", .lowest = 1, .highest = most, .example = "2"}, text);
}

core::Checked<core::Total> read_boundary(const std::string& text) {
  if (text.empty()) return core::Total::cost_price;
  std::vector<std::string> names;
  std::string allowed;
  for (const core::Total total : core::all_totals) {
    if (key_of(total) == text) return total;
    names.emplace_back(key_of(total));
    allowed += (allowed.empty() ? "" : ", ") + names.back();
  }
  core::Diagnostic wrong = wrong_value("--boundary", text, std::move(allowed), "--boundary fair_tariff");
  const std::string near = io::nearest(text, names);
  if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  return tl::unexpected{core::Diagnostics{std::move(wrong)}};
}

}  // namespace billijk::cli
