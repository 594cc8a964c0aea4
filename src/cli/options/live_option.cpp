#include "cli/options/options.hpp"
#include "io/case/setting_text.hpp"
#include "report/live/live_case.hpp"

namespace billijk::cli {

bool is_live(const OutputOptions& options) {
  const core::Checked<const report::Form*> form = form_of(options);
  return form && (*form)->computes;
}

report::Record live_case_of(const CaseOptions& options, const core::Calculation& calculation,
                            const std::vector<analysis::Effect>& effects, std::string_view command,
                            report::Language language) {
  report::LiveOrigin origin{.command = std::string{command}, .arguments = {}, .settings = {}};
  if (!options.presets.empty()) origin.arguments = {"--presets", options.presets};
  const auto add = [&](const std::string& setting) {
    io::SettingText text = io::setting_text(setting);
    origin.settings.push_back({.key = std::move(text.key),
                               .path = std::move(text.path),
                               .value = std::move(text.value),
                               .line = std::move(text.line)});
  };
  for (const std::string& setting : options.settings) add(setting);
  for (const io::KeyOption& option : options.key_options) add(option.key + '=' + option.value);
  std::vector<std::string> weight;
  weight.reserve(effects.size());
  for (const analysis::Effect& effect : effects) weight.push_back(effect.key);
  return live_case(calculation, weight, origin, language);
}

report::Record live_of(const CaseOptions& options, const core::Calculation& calculation,
                       const std::vector<analysis::Effect>& effects, std::string_view command,
                       report::Language language) {
  if (!is_live(options.output)) return {};
  return {
      {"kind", "case"},
      {"words", report::live_words(language)},
      {"cases", report::List{{live_case_of(options, calculation, effects, command, language)}}}};
}

}  // namespace billijk::cli
