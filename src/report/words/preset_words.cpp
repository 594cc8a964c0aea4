#include "report/words/preset_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/case/phrase.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

/// What the catalogue calls a figure; its name where it has no other.
std::string figure_name(std::string_view field, Language language) {
  const std::optional<Message> message = message_named("field_" + std::string{field});
  return message ? say(*message, language) : std::string{field};
}

/// "ova_provisional" as "OVA, provisional".
std::string series_name(std::string_view field, Language language) {
  constexpr auto estimates = std::to_array<std::pair<std::string_view, Message>>(
      {{"_provisional", Message::field_provisional}, {"_definitive", Message::field_definitive}});
  for (const auto& [ending, message] : estimates) {
    if (!field.ends_with(ending)) continue;
    field.remove_suffix(ending.size());
    return say(message, language, {{"series", figure_name(field, language)}});
  }
  return figure_name(field, language);
}

}  // namespace

std::string label_of(core::PresetKind kind, Language language) {
  return say(message_of(core::phrase_of(kind)), language);
}

std::string field_label(core::PresetKind kind, std::string_view field, Language language) {
  // Series have the name their own file gives them.
  if (kind == core::PresetKind::index_series) return series_name(field, language);
  constexpr std::string_view steps = "steps.";
  if (field.starts_with(steps)) {
    const std::string step{field.substr(steps.size())};
    return capital(say(Message::field_step, language, {{"step", step}}));
  }
  return capital(figure_name(field, language));
}

std::string field_label(const core::Preset& preset, const core::PresetRow& row,
                        std::string_view field, Language language) {
  constexpr std::string_view modules = "modules.";
  const auto label =
      field.starts_with(modules) ? row.labels.find(field.substr(modules.size())) : row.labels.end();
  if (label == row.labels.end()) return field_label(preset.kind, field, language);
  return capital(text_of(label->second, language));
}

std::string preset_unit(const std::string& unit, Language language) {
  constexpr auto known = std::to_array<std::pair<std::string_view, Message>>(
      {{"EUR per hour", Message::unit_of_eur_per_hour},
       {"EUR per year", Message::unit_of_eur_per_year},
       {"% per year", Message::preset_unit_percent_per_year},
       {"hours per client per year", Message::preset_unit_hours_per_client},
       {"% of premium wage; max_wage EUR per year", Message::preset_unit_charges},
       {"% of the part of the wage above the franchise; franchise EUR per full-time year",
        Message::preset_unit_pension}});
  const auto* const found =
      std::ranges::find(known, unit, &std::pair<std::string_view, Message>::first);
  return found == known.end() ? unit : say(found->second, language);
}

}  // namespace billijk::report
