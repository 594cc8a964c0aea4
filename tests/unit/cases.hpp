#pragma once

#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/calculation.hpp"
#include "io/case/case_reader.hpp"
#include "io/case/preset_reader.hpp"
#include "unit/figures.hpp"

namespace billijk::tests {

/// Reads files as the program does, without anybody who says stop.
inline const io::Reading& reading() {
  static const std::atomic<bool> never{false};
  static const io::Reading reading{never};
  return reading;
}

/// A case as TOML text, table by table; as it comes, one of round figures.
///
/// Gross 20 x 1.08 = 21.60, charges 5.40, labour 27. Of 2000 hours 1600 are billable, so that an
/// hour costs 27 x 2000 / 1600 = 33.75, with overhead 40.50.
class CaseText {
 public:
  /// Replaces the keys of a table, or adds the table.
  CaseText& with(std::string_view name, std::string body) {
    for (auto& [known, text] : tables_) {
      if (known == name) {
        text = std::move(body);
        return *this;
      }
    }
    tables_.emplace_back(name, std::move(body));
    return *this;
  }
  CaseText& without(std::string_view name) {
    std::erase_if(tables_, [&](const auto& table) { return table.first == name; });
    return *this;
  }
  /// One more [[line]].
  CaseText& line(const std::string& body) { return item("line", body); }
  /// One more item of a list.
  CaseText& item(const std::string& list, const std::string& body) {
    lines_ += "[[" + list + "]]\n" + body + '\n';
    return *this;
  }
  std::string text() const {
    std::string result = "schema = \"billijk/case/1\"\n";
    for (const auto& [name, body] : tables_) result += '[' + name + "]\n" + body + '\n';
    return result + lines_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> tables_{
      {"period", "from = 2026-01-01\nto = 2026-12-31"},
      {"wage", "hourly = 20\nminimum_wage = \"none\""},
      {"supplements", "holiday_allowance = 8\nyear_end_bonus = 0"},
      {"employer_charges", "percent = 25"},
      {"hours", "contract = 2000\nleave = 300\nsickness = 5"},
      {"travel", "minutes = 0"},
      {"overhead", "percent = 20\nof = \"direct\""},
  };
  std::string lines_;
};

/// A case whose cost price is given, of which nothing is computed but what stands on top of it.
inline CaseText given_cost_price(const std::string& amount) {
  CaseText text;
  for (const char* name :
       {"wage", "supplements", "employer_charges", "hours", "travel", "overhead"})
    text.without(name);
  return text.with("given", "cost_price = " + amount);
}

inline std::shared_ptr<const core::SourceText> source(std::string text, std::string name = "-") {
  return std::make_shared<const core::SourceText>(
      core::SourceText{.name = std::move(name), .text = std::move(text)});
}

inline core::Checked<io::LoadedCase> load(std::string text,
                                          std::vector<std::string> settings = {}) {
  const core::Checked<io::PresetStore> built_in = io::PresetStore::open({}, reading());
  return io::load_case(
      {.name = "-", .standard_input = source(std::move(text)), .settings = std::move(settings)},
      *built_in);
}

/// Findings as one text, "E012 hours.sickness 14:9; …", in the order in which they were found.
inline std::string summary(const core::Diagnostics& findings) {
  std::string result;
  for (const core::Diagnostic& finding : findings) {
    if (!result.empty()) result += "; ";
    result += std::string{name_of(finding.code)} + ' ' + finding.key + ' ' +
              std::to_string(finding.at.line) + ':' + std::to_string(finding.at.column);
  }
  return result;
}

/// The codes of findings alone: "E012 E016".
inline std::string codes(const core::Diagnostics& findings) {
  std::string result;
  for (const core::Diagnostic& finding : findings) {
    result += (result.empty() ? "" : " ") + std::string{name_of(finding.code)};
  }
  return result;
}

/// An argument of a finding as text, a phrase as its name behind an @: "@divides_annual".
inline std::string text_of(const core::Argument& argument) {
  static constexpr std::array names{
#define PHRASE(id) "@" #id,
#include "core/case/phrases.def"
#undef PHRASE
  };
  struct Text {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(core::Phrase phrase) const {
      return names.at(static_cast<std::size_t>(phrase));
    }
    std::string operator()(core::Date day) const { return core::iso(day); }
    std::string operator()(const core::Exact& number) const { return core::shortest(number); }
    std::string operator()(const core::EuroAmount& amount) const {
      return core::fixed(amount.value, 2);
    }
    std::string operator()(const core::Subtraction& subtraction) const {
      std::string text;
      for (const core::Exact& number : subtraction.of)
        text.append(text.empty() ? "" : " - ").append(core::shortest(number, 2));
      return text;
    }
    std::string operator()(core::SystemError error) const {
      return "error " + std::to_string(error.number);
    }
  };
  return std::visit(Text{}, argument);
}

inline std::string argument(const core::Diagnostic& finding, std::string_view name) {
  for (const auto& [key, value] : finding.arguments) {
    if (key == name) return text_of(value);
  }
  return "(none)";
}

/// A calculation, or what stands in its way.
struct Computed {
  core::Checked<core::Calculation> result;

  const core::Calculation& operator*() const {
    if (!result) throw std::runtime_error{summary(result.error())};
    return *result;
  }
  const core::Calculation* operator->() const { return &**this; }
  /// Findings that stand in the way; none when there is a calculation.
  core::Diagnostics errors() const { return result ? core::Diagnostics{} : result.error(); }

  core::Exact line(std::string_view key) const { return find(key).value; }
  core::Exact shown(std::string_view key) const { return find(key).rounded; }
  core::Exact total(core::Total total) const { return (**this)[total]->value; }
  core::Exact rounded(core::Total total) const { return (**this)[total]->rounded; }

 private:
  const core::SheetLine& find(std::string_view key) const {
    for (const core::SheetLine& line : (**this).lines) {
      if (line.key == key) return line;
    }
    throw std::invalid_argument{"no line " + std::string{key}};
  }
};

inline Computed compute(io::LoadedCase loaded) {
  return {core::calculate(std::move(loaded.subject), std::move(loaded.presets))};
}

inline Computed compute(std::string text, std::vector<std::string> settings = {}) {
  core::Checked<io::LoadedCase> loaded = load(std::move(text), std::move(settings));
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  return compute(std::move(*loaded));
}

inline Computed compute(const CaseText& subject, std::vector<std::string> settings = {}) {
  return compute(subject.text(), std::move(settings));
}

/// Everything found wrong with a case, in reading or, when it reads well, in computing it.
inline core::Diagnostics errors_of(std::string text, std::vector<std::string> settings = {}) {
  core::Checked<io::LoadedCase> loaded = load(std::move(text), std::move(settings));
  return loaded ? compute(std::move(*loaded)).errors() : loaded.error();
}

/// A preset from its text, which must be right.
inline core::Preset preset(const std::string& text, const std::string& name) {
  io::ReadPreset read = io::read_preset_text(source(text, "preset:" + name), name);
  if (core::has_errors(read.findings)) throw std::runtime_error{summary(read.findings)};
  return std::move(read.preset);
}

}  // namespace billijk::tests
