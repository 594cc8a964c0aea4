#include "cli/number_option.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

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

}  // namespace billijk::cli
