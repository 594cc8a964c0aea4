#include "report/row_writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace billijk::report {
namespace {

using analysis::Amount;
using core::Total;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_amount = 48;
constexpr std::string_view hex = "0123456789abcdef";

char* copy(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

/// Whether a spreadsheet would read the text as a number: it keeps its sign then.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  bool digits = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    digits = digits || digit;
    if (!digit && c != ',' && c != '.') return false;
  }
  return digits;
}

bool would_run(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos && !is_number(text);
}

}  // namespace

std::string_view key_of(BatchColumn column) {
  constexpr std::array<std::string_view, 11> keys{"tariff", "wage_floor", "cost_price", "fair_tariff", "ceiling", "zone",
                                                  "distance", "distance_percent", "distance_year", "message", "line"};
  return keys.at(static_cast<std::size_t>(column));
}

void ByteBuffer::grow(std::size_t count) {
  constexpr std::size_t least = std::size_t{1} << 16U;
  const std::size_t capacity = std::max({least, capacity_ * 2, size_ + count});
  std::unique_ptr<char[]> larger{new char[capacity]};  // NOLINT(*-avoid-c-arrays): as bytes_
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ = capacity;
}

namespace {

/// "00", "01" … "99" behind each other.
constexpr std::array<char, 200> digit_pairs = [] {
  std::array<char, 200> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>('0' + (i % 2 == 0 ? i / 20 : i / 2 % 10));
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

/// coefficient / 100 below a hundred: what nearly every figure of a row is.
char* write_cents(char* to, std::uint64_t coefficient, char decimal_sign) {
  const std::uint64_t whole = coefficient / 100;
  const std::size_t leading_zero = whole < 10 ? 1 : 0;
  std::memcpy(to, &digit_pairs[whole * 2 + leading_zero], 2);
  to += 2 - leading_zero;
  *to = decimal_sign;
  std::memcpy(to + 1, &digit_pairs[coefficient % 100 * 2], 2);
  return to + 3;
}

/// coefficient / 10^decimals for a coefficient that fits 64 bits.
char* write_narrow(char* to, std::uint64_t coefficient, int decimals, char decimal_sign) {
  if (decimals == 2 && coefficient < 10'000) return write_cents(to, coefficient, decimal_sign);
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

}  // namespace

char* write_amount(char* to, const Amount& amount, char decimal_sign) {
  __extension__ using Unsigned = unsigned __int128;
  constexpr int most_digits = 39;
  const bool negative = amount.coefficient < 0;
  const Unsigned wide = negative ? -static_cast<Unsigned>(amount.coefficient) : static_cast<Unsigned>(amount.coefficient);
  if (negative) *to++ = '-';
  if (wide <= std::numeric_limits<std::uint64_t>::max()) {
    return write_narrow(to, static_cast<std::uint64_t>(wide), amount.decimals, decimal_sign);
  }
  int digits = amount.decimals + 1;
  while (digits < most_digits && wide >= static_cast<Unsigned>(analysis::power_of_ten(digits))) ++digits;
  char* const end = to + digits + (amount.decimals > 0 ? 1 : 0);
  Unsigned rest = wide;
  for (char* at = end; at != to; rest /= 10) {
    if (end - at == amount.decimals && amount.decimals > 0) *--at = decimal_sign;
    *--at = static_cast<char>('0' + static_cast<unsigned>(rest % 10));
  }
  return end;
}

RowWriter::RowWriter(RowFormat format, std::vector<std::string> carried, std::vector<OutputColumn> columns)
    : format_{format},
      delimiter_{format == RowFormat::dutch_excel ? ';' : ','},
      decimal_sign_{format == RowFormat::dutch_excel ? ',' : '.'},
      carried_{std::move(carried)},
      columns_{std::move(columns)} {
  const auto add = [&](const std::string& name) {
    std::string quoted(name.size() * 6 + 4, ' ');
    quoted.resize(static_cast<std::size_t>(json_text(quoted.data(), name) - quoted.data()));
    json_names_.push_back((json_names_.empty() ? "{" : ",") + quoted + ':');
  };
  for (const std::string& name : carried_) add(name);
  for (const OutputColumn& column : columns_) add(column.name);
}

std::string RowWriter::header() const {
  if (format_ == RowFormat::ndjson) return {};
  std::string line{format_ == RowFormat::dutch_excel ? byte_order_mark : ""};
  bool first = true;
  const auto add = [&](const std::string& name) {
    if (!first) line += delimiter_;
    first = false;
    std::string cell(name.size() * 2 + 4, ' ');
    cell.resize(static_cast<std::size_t>(csv_text(cell.data(), name) - cell.data()));
    line += cell;
  };
  for (const std::string& name : carried_) add(name);
  for (const OutputColumn& column : columns_) add(column.name);
  return line + (format_ == RowFormat::dutch_excel ? "\r\n" : "\n");
}

char* RowWriter::csv_text(char* to, std::string_view text) const {
  const bool guarded = format_ == RowFormat::dutch_excel && would_run(text);
  char* const begin = to;
  bool quoted = false;
  for (const char c : text) {
    quoted = quoted || c == delimiter_ || c == '"' || c == '\n' || c == '\r';
    *to++ = c;
  }
  if (!guarded && !quoted) return to;
  to = begin;
  if (quoted) *to++ = '"';
  if (guarded) *to++ = '\'';
  for (const char c : text) {
    if (c == '"') *to++ = '"';
    *to++ = c;
  }
  if (quoted) *to++ = '"';
  return to;
}

char* RowWriter::json_text(char* to, std::string_view text) const {
  *to++ = '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      *to++ = '\\';
      *to++ = c;
    } else if (byte < 0x20) {
      to = copy(to, "\\u00");
      *to++ = hex[byte >> 4U];
      *to++ = hex[byte & 15U];
    } else {
      *to++ = c;
    }
  }
  *to++ = '"';
  return to;
}

const std::optional<Amount>& RowWriter::amount_of(const OutputColumn& column, const analysis::RowFigures& figures) const {
  static const std::optional<Amount> none;
  switch (column.figure) {
    case BatchColumn::tariff:
      return figures.tariff;
    case BatchColumn::wage_floor:
      return figures.rounded[index_of(Total::wage_floor)];
    case BatchColumn::cost_price:
      return figures.rounded[index_of(Total::cost_price)];
    case BatchColumn::fair_tariff:
      return figures.rounded[index_of(Total::fair_tariff)];
    case BatchColumn::ceiling:
      return figures.rounded[index_of(Total::ceiling)];
    case BatchColumn::distance:
      return figures.distance;
    case BatchColumn::distance_percent:
      return figures.distance_percent;
    case BatchColumn::distance_year:
      return figures.distance_year;
    case BatchColumn::line:
      return figures.lines.at(column.line);
    default:
      return none;
  }
}

char* RowWriter::cell(char* to, const OutputColumn& column, const analysis::RowFigures* figures, std::string_view message) const {
  const auto absent = [&] { return format_ == RowFormat::ndjson ? copy(to, "null") : to; };
  if (column.figure == BatchColumn::message) return message.empty() ? absent() : text(to, message);
  if (figures == nullptr) return absent();
  if (column.figure == BatchColumn::zone) {
    if (!figures->zone) return absent();
    const std::string_view zone = core::key_of(*figures->zone);
    return format_ == RowFormat::ndjson ? json_text(to, zone) : copy(to, zone);
  }
  const std::optional<Amount>& amount = amount_of(column, *figures);
  return amount ? write_amount(to, *amount, decimal_sign_) : absent();
}

void RowWriter::write(ByteBuffer& out, std::span<const std::string_view> carried, const analysis::RowFigures* figures,
                      std::string_view message) const {
  constexpr std::size_t widest_escape = 6;
  std::size_t needed = (message.size() + 8) * widest_escape + columns_.size() * longest_amount + 8;
  for (const std::string_view cell : carried) needed += cell.size() * widest_escape + 4;
  const bool json = format_ == RowFormat::ndjson;
  if (json) {
    for (const std::string& name : json_names_) needed += name.size();
  }
  char* to = out.room(needed);
  for (std::size_t i = 0; i < carried_.size(); ++i) {
    if (json) {
      to = copy(to, json_names_[i]);
    } else if (i > 0) {
      *to++ = delimiter_;
    }
    to = text(to, i < carried.size() ? carried[i] : std::string_view{});
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (json) {
      to = copy(to, json_names_[carried_.size() + i]);
    } else if (i > 0 || !carried_.empty()) {
      *to++ = delimiter_;
    }
    to = cell(to, columns_[i], figures, message);
  }
  if (json) *to++ = '}';
  if (format_ == RowFormat::dutch_excel) *to++ = '\r';
  *to++ = '\n';
  out.advance_to(to);
}

}  // namespace billijk::report
