#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/slot.hpp"

namespace billijk::io {

/// What stands at a key of a case file.
enum class Kind : std::uint8_t {
  text,
  language_text,  ///< one text, or a table of one a language
  choice,
  date,
  number,
  year,
  whole,  ///< a whole number
  flag,
  numbers,
  wholes,  ///< whole numbers in a list
  mix,
  items,
  clause,
  growth,     ///< a number, or one a year
  month_day,  ///< "07-01"
  kinds,      ///< a word for each name of a series
  counts      ///< a number for each name of a module
};

/// A key of the file format. One list serves reading, `--set`, suggestions and the manual's test.
struct Entry {
  std::string_view path;
  Kind kind = Kind::text;
  std::span<const std::string_view> choices;
  const core::KeyFacts* facts = nullptr;       ///< of a number
  const std::vector<Entry>* inside = nullptr;  ///< of items: the keys of each
};

/// Every key of a case file, in the order of billijk-case(5).
const std::vector<Entry>& case_entries();
/// The keys inside one [[line]], one [[derived]], one of result.profiles and contract.indexation.
const std::vector<Entry>& line_entries();
const std::vector<Entry>& derived_entries();
const std::vector<Entry>& profile_entries();
const std::vector<Entry>& clause_entries();

/// The entry at a path; nothing for tables and unknown keys.
const Entry* find_entry(const std::vector<Entry>& entries, std::string_view path);
/// Whether the path is a table on the way to an entry.
bool is_table_path(const std::vector<Entry>& entries, std::string_view path);
/// All paths, to find the nearest of.
std::vector<std::string> paths_of(const std::vector<Entry>& entries);

/// Limits of numbers that are no key of their own: shares and wages of the mix, index
/// percentages, own lines, derived prices.
using core::amount_facts;
using core::derived_facts;
using core::growth_facts;
using core::index_facts;
using core::lag_facts;
using core::mix_facts;
using core::own_wage_facts;
using core::percent_facts;

/// What a number written as a table may carry.
inline constexpr std::array<std::string_view, 8> number_parts{
    "value", "low", "high", "distribution", "grade", "source", "checked", "note"};

/// A path into wage.mix: a step, points and all, and what of it is meant.
struct SharePath {
  std::string step;
  std::string part;  ///< "wage", "grade"; empty for the share itself
};
/// Nothing for a path that leads elsewhere.
std::optional<SharePath> share_path(std::string_view path);

/// Whether a name is that of a year of growth: "2027", or "later" for all others.
bool is_growth_year(std::string_view name);

/// What a path in `--set`, or above a column of rows, leads to.
struct Target {
  enum class Kind : std::uint8_t {
    value,         ///< of an entry; of one share of the mix, or one key of the contract's clause
    part,          ///< of a number: hours.sickness.low; a year of growth: forecast.wages.2027
    item_figure,   ///< of an item of the case: line.KEY.amount
    table,         ///< on the way to entries
    not_settable,  ///< what a file is and extends is its own affair
    unknown
  };
  Kind kind = Kind::unknown;
  const Entry* entry = nullptr;  ///< of the value, the number, the figure
  std::string_view owner;        ///< the path of the number; the list
  std::string_view name;         ///< of the part; the key of the item
};
Target target_of(std::string_view path);

/// Two sides of which a file may state one; the nearer file wins.
struct Exclusive {
  std::vector<std::string_view> one;
  std::vector<std::string_view> other;
};
const std::vector<Exclusive>& exclusive_keys();

}  // namespace billijk::io
