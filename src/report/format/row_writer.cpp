#include "report/format/row_writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace billijk::report {
namespace {

using analysis::Amount;
using analysis::RowSide;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_amount = 48;

char* copy(char* to, std::string_view text) { return std::ranges::copy(text, to).out; }

}  // namespace

namespace {

std::optional<analysis::RowAmount> amount_of(BatchColumn column) {
  using analysis::RowAmount;
  switch (column) {
    case BatchColumn::tariff:
      return RowAmount::tariff;
    case BatchColumn::wage_floor:
      return RowAmount::wage_floor;
    case BatchColumn::cost_price:
      return RowAmount::cost_price;
    case BatchColumn::fair_tariff:
      return RowAmount::fair_tariff;
    case BatchColumn::ceiling:
      return RowAmount::ceiling;
    case BatchColumn::distance:
      return RowAmount::distance;
    case BatchColumn::distance_percent:
      return RowAmount::distance_percent;
    case BatchColumn::distance_year:
      return RowAmount::distance_year;
    case BatchColumn::subcontractor:
      return RowAmount::subcontractor;
    case BatchColumn::running_total:
      return RowAmount::running_total;
    default:
      return std::nullopt;
  }
}

/// "00", "01" … "99" behind each other.
constexpr std::array<char, 200> digit_pairs = [] {
  std::array<char, 200> all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = static_cast<char>('0' + (i % 2 == 0 ? i / 20 : i / 2 % 10));
  return all;
}();

int digit_count(std::uint64_t number) {
  // log10(2) = 1233 / 4096, near enough for 64 bits.
  const int about = static_cast<int>(std::bit_width(number | 1U)) * 1233 >> 12;
  return about + (number >= static_cast<std::uint64_t>(analysis::power_of_ten(about)) ? 1 : 0);
}

/// The last `count` digits of a number, written before `end`; the number loses them.
char* put_digits(char* end, std::uint64_t& number, int count) {
  for (; count >= 2; count -= 2) {
    end -= 2;
    std::memcpy(end, &digit_pairs[number % 100 * 2], 2);
    number /= 100;
  }
  if (count == 0) return end;
  *--end = static_cast<char>('0' + number % 10);
  number /= 10;
  return end;
}

/// coefficient / 10^decimals for a coefficient that fits 64 bits.
char* write_narrow(char* to, std::uint64_t coefficient, int decimals, char decimal_sign) {
  const int whole_digits = std::max(digit_count(coefficient) - decimals, 1);
  char* const end = to + whole_digits + decimals + (decimals > 0 ? 1 : 0);
  char* at = end;
  if (decimals > 0) {
    at = put_digits(at, coefficient, decimals);
    *--at = decimal_sign;
  }
  put_digits(at, coefficient, whole_digits);
  return end;
}

[[gnu::noinline]] char* write_any(char* to, const Amount& amount, char decimal_sign) {
  const auto narrow = static_cast<std::int64_t>(amount.coefficient);
  if (narrow == amount.coefficient && narrow != std::numeric_limits<std::int64_t>::min()) {
    if (narrow < 0) *to++ = '-';
    return write_narrow(to, static_cast<std::uint64_t>(narrow < 0 ? -narrow : narrow),
                        amount.decimals, decimal_sign);
  }
  __extension__ using Unsigned = unsigned __int128;
  constexpr int most_digits = 39;
  const bool negative = amount.coefficient < 0;
  const Unsigned wide = negative ? -static_cast<Unsigned>(amount.coefficient)
                                 : static_cast<Unsigned>(amount.coefficient);
  if (negative) *to++ = '-';
  int digits = amount.decimals + 1;
  while (digits < most_digits && wide >= static_cast<Unsigned>(analysis::power_of_ten(digits)))
    ++digits;
  char* const end = to + digits + (amount.decimals > 0 ? 1 : 0);
  Unsigned rest = wide;
  for (char* at = end; at != to; rest /= 10) {
    if (end - at == amount.decimals && amount.decimals > 0) *--at = decimal_sign;
    *--at = static_cast<char>('0' + static_cast<unsigned>(rest % 10));
  }
  return end;
}

constexpr auto small_amounts = [] {
  std::array<std::array<char, 8>, 10'000> all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    char* at = all[i].data();
    if (i >= 1000) *at++ = static_cast<char>('0' + i / 1000);
    *at++ = static_cast<char>('0' + i / 100 % 10);
    *at++ = '.';
    *at++ = static_cast<char>('0' + i / 10 % 10);
    *at++ = static_cast<char>('0' + i % 10);
  }
  return all;
}();

/// Cents below a hundred euros: what nearly every figure of a row is.
[[gnu::always_inline]] inline char* write_quickly(char* to, const Amount& amount,
                                                  char decimal_sign) {
  constexpr unsigned below = 10'000;
  const auto cents = static_cast<std::int64_t>(amount.coefficient);
  const auto size = static_cast<std::uint64_t>(cents < 0 ? -cents : cents);
  if (amount.decimals != 2 || size >= below || cents != amount.coefficient)
    return write_any(to, amount, decimal_sign);
  *to = '-';
  to += cents < 0 ? 1 : 0;
  const std::size_t whole_digits = size < 1000 ? 1 : 2;
  std::memcpy(to, small_amounts[size].data(), 8);
  to[whole_digits] = decimal_sign;
  return to + whole_digits + 3;
}

}  // namespace

char* write_amount(char* to, const Amount& amount, char decimal_sign) {
  return write_quickly(to, amount, decimal_sign);
}

RowWriter::RowWriter(RowFormat format, std::vector<std::string> carried,
                     std::vector<OutputColumn> columns)
    : format_{format},
      cell_{format == RowFormat::dutch_excel ? CsvDialect::dutch_excel : CsvDialect::plain},
      carried_{std::move(carried)},
      columns_{std::move(columns)} {
  const auto add = [&](const std::string& name) {
    std::string quoted(json_room(name.size()), ' ');
    quoted.resize(static_cast<std::size_t>(write_json_string(quoted.data(), name) - quoted.data()));
    json_names_.push_back((json_names_.empty() ? "{" : ",") + quoted + ':');
    json_size_ += json_names_.back().size();
  };
  for (const std::string& name : carried_) add(name);
  for (const OutputColumn& column : columns_) {
    add(column.name);
    places_.push_back(place_of(column));
  }
}

RowWriter::Place RowWriter::place_of(const OutputColumn& column) const {
  if (column.figure == BatchColumn::line)
    return {Among::lines, static_cast<std::uint32_t>(column.line)};
  const std::optional<analysis::RowAmount> amount = amount_of(column.figure);
  return amount ? Place{Among::amounts, static_cast<std::uint32_t>(*amount)} : Place{};
}

std::string RowWriter::header() const {
  if (format_ == RowFormat::ndjson) return {};
  std::string line{format_ == RowFormat::dutch_excel ? byte_order_mark : ""};
  bool first = true;
  const auto add = [&](const std::string& name) {
    if (!first) line += cell_.delimiter();
    first = false;
    line += cell_.text(name);
  };
  for (const std::string& name : carried_) add(name);
  for (const OutputColumn& column : columns_) add(column.name);
  return line += cell_.line_end();
}

std::string RowWriter::beginning() const {
  if (format_ != RowFormat::ndjson) return header();
  std::string names;
  const auto add = [&](const std::string& name) {
    constexpr std::size_t longest_escape = 6;
    std::string text(name.size() * longest_escape + 2, '\0');
    text.erase(static_cast<std::size_t>(write_json_string(text.data(), name) - text.data()));
    names.append(names.empty() ? "{" : ",").append(text).append(":null");
  };
  for (const std::string& name : carried_) add(name);
  for (const OutputColumn& column : columns_) add(column.name);
  return names + '}';
}

char* RowWriter::absent(char* to) const {
  return format_ == RowFormat::ndjson ? copy(to, "null") : to;
}

/// What is no amount: zones, sides, and what is true or not.
char* RowWriter::other(char* to, BatchColumn column, const analysis::RowFigures& figures) const {
  const bool json = format_ == RowFormat::ndjson;
  const auto word = [&](const auto& of) {
    if (!of) return absent(to);
    return json ? write_json_string(to, core::key_of(*of)) : copy(to, core::key_of(*of));
  };
  const auto truth = [&](const std::optional<bool>& is) {
    return is ? copy(to, *is ? "true" : "false") : absent(to);
  };
  switch (column) {
    case BatchColumn::zone:
      return word(figures.zone);
    case BatchColumn::subcontractor_zone:
      return word(figures.subcontractor_zone);
    case BatchColumn::certain:
      return truth(figures.certain);
    case BatchColumn::provisional:
      return truth(figures.provisional);
    case BatchColumn::sinks_in:
      return figures.sinks_in
                 ? write_narrow(to, static_cast<std::uint64_t>(*figures.sinks_in), 0, '.')
                 : absent(to);
    case BatchColumn::warnings:
      return figures.warnings
                 ? write_narrow(to, static_cast<std::uint64_t>(*figures.warnings), 0, '.')
                 : absent(to);
    default:
      break;
  }
  if (column < BatchColumn::wage_floor_side || column >= BatchColumn::line) return absent(to);
  const auto place =
      static_cast<std::size_t>(column) - static_cast<std::size_t>(BatchColumn::wage_floor_side);
  const std::optional<analysis::RowSide>& side =
      figures.sides[index_of(analysis::judged_totals[place / 2])];
  const auto part = [&](auto RowSide::*member) {
    return side ? std::optional{(*side).*member} : std::nullopt;
  };
  return place % 2 == 0 ? word(part(&RowSide::side)) : truth(part(&RowSide::certain));
}

void RowWriter::write(ByteBuffer& out, std::span<const std::string_view> carried,
                      const analysis::RowFigures* figures, std::string_view message) const {
  constexpr std::size_t widest_escape = 6;
  std::size_t needed =
      (message.size() + 8) * widest_escape + columns_.size() * longest_amount + json_size_ + 8;
  for (const std::string_view cell : carried) needed += cell.size() * widest_escape + 4;
  char* to = out.room(needed);
  // What the bytes written cannot change, so that it is read once.
  const bool json = format_ == RowFormat::ndjson;
  const char delimiter = cell_.delimiter();
  const char decimal_sign = cell_.decimal_sign();
  const std::size_t carried_count = carried_.size();
  const auto begin_cell = [&](std::size_t column) {
    if (json) {
      to = copy(to, json_names_[column]);
    } else if (column > 0) {
      *to++ = delimiter;
    }
  };
  for (std::size_t i = 0; i < carried_count; ++i) {
    begin_cell(i);
    to = text(to, i < carried.size() ? carried[i] : std::string_view{});
  }
  const std::span<const Place> places{places_};
  const std::array<const std::optional<Amount>*, 2> amounts =
      figures == nullptr ? std::array<const std::optional<Amount>*, 2>{}
                         : std::array{figures->amounts.data(), figures->lines.data()};
  for (std::size_t i = 0; i < places.size(); ++i) {
    begin_cell(carried_count + i);
    const Place place = places[i];
    if (columns_[i].figure == BatchColumn::message) {
      to = message.empty() ? absent(to) : text(to, message);
      continue;
    }
    if (figures == nullptr) {
      to = absent(to);
      continue;
    }
    if (place.among == Among::others) {
      to = other(to, columns_[i].figure, *figures);
      continue;
    }
    const std::optional<Amount>& amount =
        amounts[static_cast<std::size_t>(place.among)][place.index];
    to = amount ? write_quickly(to, *amount, decimal_sign) : absent(to);
  }
  if (json) *to++ = '}';
  if (format_ == RowFormat::dutch_excel) *to++ = '\r';
  *to++ = '\n';
  out.advance_to(to);
}

}  // namespace billijk::report
