#include "cli/options/lever_option.hpp"

#include <algorithm>

#include "cli/options/option_value.hpp"
#include "io/case/schema.hpp"
#include "io/text/nearest.hpp"

namespace billijk::cli {

core::Checked<analysis::LeveredCase> find_lever(const core::Calculation& calculation,
                                                const std::string& name) {
  core::Checked<analysis::LeveredCase> found = analysis::lever_of(calculation, name);
  if (found) return found;
  core::Diagnostic& wrong = found.error().front();
  if (wrong.code != core::Code::unknown_key) return found;
  const std::vector<io::Entry>& entries = io::case_entries();
  if (name.starts_with("wage.mix.")) {
    wrong.code = core::Code::not_movable;
    wrong.arguments.emplace_back("reason", name.ends_with(".wage")
                                               ? core::Phrase::not_used_by_case
                                               : core::Phrase::shares_move_together);
  } else if (name.starts_with("derived.")) {
    wrong.code = core::Code::not_movable;
    wrong.arguments.emplace_back("reason", core::Phrase::in_no_boundary);
  } else if (io::find_entry(entries, name) != nullptr || io::is_table_path(entries, name)) {
    const io::Entry* const entry = io::find_entry(entries, name);
    const bool number =
        entry != nullptr && (entry->kind == io::Kind::number || entry->kind == io::Kind::growth);
    wrong.code = core::Code::not_movable;
    wrong.arguments.emplace_back(
        "reason", number ? core::Phrase::in_no_boundary : core::Phrase::is_no_number);
  } else {
    const std::string near = io::nearest(name, analysis::lever_names(calculation.subject));
    if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  }
  return found;
}

core::Checked<core::Total> read_total(const std::string& option, const std::string& word) {
  OptionWords totals{.option = option, .words = {}, .example = option + " fair_tariff"};
  for (const core::Total total : core::all_totals) totals.words.emplace_back(key_of(total));
  return read_word(totals, word).map([](std::size_t place) { return core::all_totals.at(place); });
}

std::optional<core::Diagnostic> absent_total(const core::Calculation& calculation,
                                             const std::string& option, core::Total total) {
  if (calculation[total]) return std::nullopt;
  return core::finding(core::Code::no_such_boundary,
                       calculation.subject.place_of(path_of(core::Key::given_cost_price)), option,
                       {{"option", option}, {"found", std::string{key_of(total)}}});
}

std::optional<core::Decimal> read_number(std::string text) {
  if (std::ranges::count(text, ',') == 1 && text.find('.') == std::string::npos) {
    // 1,000 is a thousand to some.
    if (io::sign_evidence(text) == io::SignEvidence::either) return std::nullopt;
    std::ranges::replace(text, ',', '.');
  }
  return core::parse_decimal(text).value;
}

}  // namespace billijk::cli
