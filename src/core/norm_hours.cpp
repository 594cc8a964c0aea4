#include "core/norm_hours.hpp"

#include <algorithm>
#include <set>

#include "core/number/rounding.hpp"
#include "core/spans.hpp"
#include "core/verdict.hpp"

namespace billijk::core {
namespace {

constexpr std::string_view module_prefix = "modules.";

std::string modules_of(const PresetRow& row) {
  std::string list;
  for (const PresetField& field : row.fields) {
    if (!field.name.starts_with(module_prefix)) continue;
    list.append(list.empty() ? "" : ", ").append(field.name, module_prefix.size());
  }
  return list;
}

class NormHours {
 public:
  NormHours(Case& subject, const Preset& preset) : case_{subject}, preset_{preset} {}

  Diagnostics run() {
    for (const Span& span : spans_of(case_.period, {&preset_})) take(span);
    const bool complete = errors_.empty();
    Exact mix;
    for (Profile& profile : case_.result->profiles) {
      if (complete && profile.norm_hours.sign() <= 0) {
        add(Code::no_norm_hours, profile.at, "result.profiles",
            {{"profile", profile.label}, {"found", profile.norm_hours}});
      }
      mix = mix + profile.norm_hours * Exact{profile.share.value, 2};
    }
    if (!errors_.empty()) return std::move(errors_);
    case_.result->norm_hours = mix;
    state(mix);
    return std::move(errors_);
  }

 private:
  void add(Code code, const Position& at, std::string key, Arguments arguments) {
    errors_.push_back(finding(code, at, std::move(key), std::move(arguments)));
  }

  void take(const Span& span) {
    const PresetRow* const row = preset_.in_force(span.from);
    if (row == nullptr) return add_no_row(span.from);
    const std::string known = modules_of(*row);
    if (known.empty()) {
      if (told_.insert(row).second)
        add(Code::row_without_modules, case_.place_of("result.preset"), "result.preset",
            {{"preset", preset_.name}, {"day", span.from}});
      return;
    }
    const Exact part = Exact{span.days()} / Exact{case_.period.days()};
    for (Profile& profile : case_.result->profiles) {
      for (const Profile::Module& module : profile.modules) {
        const Decimal* const hours = row->find(std::string{module_prefix} + module.key);
        if (hours == nullptr) {
          add_unknown(module, span.from, known);
        } else {
          profile.norm_hours =
              profile.norm_hours + Exact{module.count.value} * Exact{*hours} * part;
        }
      }
    }
  }
  void add_no_row(Date day) {
    if (no_row_) return;
    no_row_ = true;
    const bool before = preset_.rows.empty() || day < preset_.rows.front().from;
    add(Code::no_row_in_force, case_.period_at, preset_.name,
        {{"preset", preset_.name},
         {"day", day},
         {"reason", before ? Phrase::before_first_row : Phrase::after_until},
         {before ? "first" : "last",
          preset_.rows.empty() ? Argument{std::string{}}
                               : (before ? preset_.rows.front() : preset_.rows.back()).from}});
  }
  /// Once for each place that names it, however many rows do not know it.
  void add_unknown(const Profile::Module& module, Date day, const std::string& known) {
    if (!unknown_.insert(&module).second) return;
    add(Code::unknown_module, module.at, "result.profiles.modules." + module.key,
        {{"module", module.key}, {"preset", preset_.name}, {"day", day}, {"allowed", known}});
  }

  void state(const Exact& mix) {
    std::optional<Input>& stated = case_.numbers[index_of(Key::norm_hours)];
    case_.result->stated = stated.has_value();
    if (stated) return;
    Input worked_out;
    const DecimalResult read = parse_decimal(shortest(mix));
    if (!read.value) {
      return add(Code::too_many_digits, case_.place_of("result.profiles"), "contract.norm_hours",
                 {{"key", "contract.norm_hours"}, {"found", shortest(mix)}});
    }
    worked_out.value = *read.value;
    worked_out.grade = Grade::derived;
    worked_out.at = case_.place_of("result.profiles");
    stated = std::move(worked_out);
  }

  Case& case_;
  const Preset& preset_;
  Diagnostics errors_;
  std::set<const PresetRow*> told_;
  std::set<const Profile::Module*> unknown_;
  bool no_row_ = false;
};

}  // namespace

Diagnostics take_norm_hours(Case& subject, const Preset& preset) {
  return NormHours{subject, preset}.run();
}

std::vector<UsedFigure> modules_used(const Case& subject, const Presets& presets) {
  std::vector<UsedFigure> used;
  if (!subject.result) return used;
  const Preset& source = *presets.at(subject.result->preset);
  const bool binds = !subject.result->stated &&
                     divisor_of(subject.choices.chosen<TariffUnit>()) == Key::norm_hours;
  for (const Span& span : spans_of(subject.period, {&source})) {
    const PresetRow& row = *source.in_force(span.from);
    for (const Profile& profile : subject.result->profiles) {
      for (const Profile::Module& module : profile.modules) {
        std::string field = std::string{module_prefix} + module.key;
        const bool known = std::ranges::any_of(used, [&](const UsedFigure& figure) {
          return figure.row == &row && figure.field == field;
        });
        if (known) continue;
        const Decimal value = *row.find(field);
        used.push_back({.preset = &source,
                        .row = &row,
                        .field = std::move(field),
                        .value = value,
                        .binds = binds});
      }
    }
  }
  return used;
}

std::optional<Diagnostic> norm_hours_differ(const Case& subject) {
  if (!subject.result || !subject.result->stated) return std::nullopt;
  const std::optional<Input>& stated = subject.number(Key::norm_hours);
  constexpr int digits = Decimal::max_digits;
  if (!stated || Exact{stated->value} == round_half_up(subject.result->norm_hours, digits))
    return std::nullopt;
  return finding(Code::norm_hours_differ, stated->at, "contract.norm_hours",
                 {{"stated", Exact{stated->value}}, {"found", subject.result->norm_hours}});
}

}  // namespace billijk::core
