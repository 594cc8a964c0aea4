#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace billijk::core {

/// The letters of art. 5.4 lid 3 Uitvoeringsbesluit Wmo 2015; margin belongs to none.
enum class Element : std::uint8_t { a, b, c, d, e, f, none };

/// "a" … "f"; empty for none.
std::string_view letter_of(Element element);

/// A line every cost sheet has, zero or not.
enum class Line : std::uint8_t {
#define BILLIJK_LINE(id, element) id,
#include "core/case/lines.def"
#undef BILLIJK_LINE
};

struct LineFacts {
  std::string_view key;
  Element element;
};

inline constexpr std::array line_table{
#define BILLIJK_LINE(id, element) LineFacts{#id, Element::element},
#include "core/case/lines.def"
#undef BILLIJK_LINE
};

constexpr std::size_t line_count = line_table.size();
constexpr std::size_t index_of(Line line) { return static_cast<std::size_t>(line); }
constexpr const LineFacts& facts_of(Line line) { return line_table.at(index_of(line)); }

/// The four figures a verdict can rest on.
enum class Total : std::uint8_t { wage_floor, cost_price, fair_tariff, ceiling };

inline constexpr std::array all_totals{Total::wage_floor, Total::cost_price, Total::fair_tariff,
                                       Total::ceiling};
constexpr std::size_t total_count = all_totals.size();
constexpr std::size_t index_of(Total total) { return static_cast<std::size_t>(total); }
std::string_view key_of(Total total);

/// Whether a key names a built-in line or total, which no own line may take.
bool is_built_in(std::string_view key);

}  // namespace billijk::core
