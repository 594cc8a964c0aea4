#include "core/inputs.hpp"
#include "report/compare/compare_report.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {

std::string ground_text(const CompareView& view, const analysis::ComparedValue& value,
                        Language language) {
  const core::UsedInput* input = value.stated;
  if (input == nullptr) return say(Message::ground_taken, language);
  std::string text =
      input->grade ? label_of(*input->grade, language) : say(Message::ground_chosen, language);
  if (!input->source.empty()) {
    text += "; " + joined(input->source);
  } else if (input->grade) {
    text += "; " + say(Message::no_source_text, language);
  }
  if (view.notes && !input->note.empty()) text += "; " + text_of(input->note, language);
  return text;
}

std::vector<std::string> assumptions_of(const core::Calculation& calculation) {
  std::vector<std::string> keys;
  const core::TariffUnit unit = calculation.subject.choices.chosen<core::TariffUnit>();
  for (const core::UsedInput& input : calculation.inputs) {
    const bool assumed =
        input.grade == core::Grade::assumed || input.grade == core::Grade::placeholder;
    if (assumed && core::rests_on(input, unit) && input.key != path_of(core::Key::tariff))
      keys.push_back(input.key);
  }
  return keys;
}

std::vector<const analysis::ComparedInput*> differing_inputs(
    const analysis::Comparison& comparison) {
  std::vector<const analysis::ComparedInput*> inputs;
  for (const analysis::ComparedInput& input : comparison.inputs) {
    if (input.differs()) inputs.push_back(&input);
  }
  return inputs;
}

}  // namespace billijk::report
