#include "core/resolve.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <set>

#include "core/norm_hours.hpp"
#include "core/own_indexation.hpp"
#include "core/resolve_warnings.hpp"
#include "core/spans.hpp"

namespace billijk::core {
namespace {

Ways ways_of(const Case& subject) {
  Ways ways;
  ways.given = subject.is_given();
  ways.hourly = subject.number(Key::wage_hourly).has_value();
  ways.flat_charges = subject.number(Key::charges_percent).has_value();
  ways.pension = !subject.pension_preset.empty();
  ways.own_whk = subject.number(Key::whk).has_value();
  ways.by_visit = subject.number(Key::visit_minutes).has_value();
  ways.choices = subject.choices;
  ways.overhead = subject.choices.stated<OverheadBase>();
  if (subject.number(Key::margin_amount)) {
    ways.margin.reset();
  } else {
    ways.margin = subject.choices.chosen<MarginBase>();
  }
  ways.tariff_unit = subject.choices.chosen<TariffUnit>();
  ways.rounding = subject.rounding();
  for (const OwnLine& line : subject.lines) {
    ways.own.push_back({.key = line.key, .element = line.element, .per = line.per, .of = line.of});
  }
  for (std::size_t i = 0; i < subject.mix.size(); ++i) {
    if (subject.mix[i].wage) ways.own_wages.push_back(i);
  }
  return ways;
}

class Resolver {
 public:
  Resolver(const Case& subject, const Presets& presets) : case_{subject}, presets_{presets} {}

  Checked<Resolution> run() {
    result_.resolved.ways = ways_of(case_);
    take_numbers();
    if (case_.later_year)
      result_.resolved.ways.grown =
          Grown{.prices = case_.later_year->own_level * case_.later_year->prices,
                .volume = case_.later_year->volume,
                .wages = {},
                .charges = {}};
    if (!case_.is_given()) {
      resolve_wages();
      resolve_charges();
      resolve_index();
      // In a later year the presets are carried on as far as it takes.
      if (!case_.later_year) {
        for (UsedFigure& used : modules_used(case_, presets_))
          result_.used.push_back(std::move(used));
        for (Diagnostic& warning : warnings_of(case_, presets_, result_.used))
          result_.warnings.push_back(std::move(warning));
        result_.outruns = outruns_of(case_, result_.used);
      }
    }
    if (!errors_.empty()) return tl::unexpected{std::move(errors_)};
    return std::move(result_);
  }

 private:
  Numbers<Figure>& figures() { return result_.resolved.figures; }
  const Preset& preset(const std::string& name) const { return *presets_.at(name); }
  void add_error(Code code, const Position& at, std::string key, Arguments arguments) {
    errors_.push_back(finding(code, at, std::move(key), std::move(arguments)));
  }
  void add_warning(Code code, const Position& at, std::string key, Arguments arguments) {
    result_.warnings.push_back(finding(code, at, std::move(key), std::move(arguments)));
  }

  void take_numbers() {
    for (std::size_t i = 0; i < key_count; ++i) {
      const Key key = key_at(i);
      const std::optional<Input>& input = case_.number(key);
      figures().value[i] = {input ? input->value : default_of(key), facts_of(key).unit,
                            std::string{path_of(key)}};
    }
    for (const Slot slot : stated_slots(case_)) {
      const Figure figure{slot.input(case_)->value, slot.unit(), slot.name(case_)};
      if (slot.kind() == Slot::Kind::share) figures().mix.push_back(figure);
      if (slot.is_line()) figures().own.push_back(figure);
    }
  }

  /// The figure of a row, remembered as used.
  Figure take(const Preset& source, const PresetRow& row, std::string_view field, Unit unit,
              bool binds = true) {
    const Decimal* value = row.find(field);
    if (value == nullptr) return {Decimal{}, unit, {}};
    UsedFigure used{.preset = &source,
                    .row = &row,
                    .field = std::string{field},
                    .value = *value,
                    .binds = binds,
                    .carried = is_carried(source)};
    const std::string name = used.key();
    const auto known = std::ranges::find(result_.used, name, &UsedFigure::key);
    if (known == result_.used.end()) {
      result_.used.push_back(std::move(used));
    } else {
      known->binds = known->binds || binds;
    }
    return {*value, unit, name};
  }

  /// Whether a preset has no rows of its own for the year any more.
  bool is_carried(const Preset& source) const {
    return case_.later_year && source.kind != PresetKind::index_series &&
           year_of(case_.period.from) > last_known_year(source);
  }
  /// The later of the year the case is stated for and that of a preset's last row.
  int last_known_year(const Preset& source) const {
    return std::max(case_.later_year->first, year_of(source.rows.back().from));
  }
  /// By what the amounts of a preset's last row have grown.
  Exact growth_of(const Preset* source, Date day, const MonthDay& rise_on) const {
    if (source == nullptr || !is_carried(*source)) return Exact{1};
    return case_.later_year->wages_on(day, last_known_year(*source), rise_on);
  }

  /// The row in force, or an error that names the preset and the day (once a preset).
  const PresetRow* row_on(const Preset& source, Date day) {
    const PresetRow* row = source.in_force(day);
    if (row != nullptr) return row;
    // In a later year the last row ends no more.
    if (case_.later_year && !source.rows.empty() && source.rows.back().from <= day)
      return &source.rows.back();
    const bool told = std::ranges::any_of(errors_, [&](const Diagnostic& error) {
      return error.code == Code::no_row_in_force && error.key == source.name;
    });
    if (told) return nullptr;
    const bool before = source.rows.empty() || day < source.rows.front().from;
    add_error(Code::no_row_in_force, case_.period_at, source.name,
              {{"preset", source.name},
               {"day", day},
               {"reason", before ? Phrase::before_first_row : Phrase::after_until},
               {before ? "first" : "last",
                source.rows.empty() ? Argument{std::string{}}
                                    : (before ? source.rows.front() : source.rows.back()).from}});
    return nullptr;
  }

  void resolve_wages() {
    const std::string minimum_name = case_.minimum_wage_preset();
    const Preset* minimum = minimum_name.empty() ? nullptr : &preset(minimum_name);
    const Preset* scale = case_.scale.empty() ? nullptr : &preset(case_.scale);
    std::vector<const Preset*> sources;
    if (minimum != nullptr) sources.push_back(minimum);
    if (scale != nullptr) sources.push_back(scale);
    std::set<Date> rises;
    if (case_.later_year) rises.insert(case_.later_year->rise_on.in(year_of(case_.period.from)));
    for (const Span& span : spans_of(case_.period, sources, rises)) {
      Grown::Wages growth;
      if (case_.later_year) {
        const MonthDay& rise_on = case_.later_year->rise_on;
        growth.own = case_.later_year->own_level *
                     case_.later_year->wages_on(span.from, case_.later_year->first, rise_on);
        growth.scale = growth_of(scale, span.from, rise_on);
        growth.minimum = growth_of(minimum, span.from, rise_on);
        result_.resolved.ways.grown->wages.push_back(growth);
      }
      WageSpan<Figure> wage{.from = span.from, .days = span.days(), .minimum = {}, .steps = {}};
      if (scale != nullptr) {
        if (const PresetRow* row = row_on(*scale, span.from)) take_steps(*scale, *row, wage);
      }
      if (minimum != nullptr) {
        if (const PresetRow* row = row_on(*minimum, span.from))
          take_minimum(*minimum, *row, wage, growth);
      }
      figures().wages.push_back(std::move(wage));
    }
    if (scale != nullptr) tell_wrong_steps(*scale);
  }

  void take_steps(const Preset& scale, const PresetRow& row, WageSpan<Figure>& wage) {
    for (const MixShare& part : case_.mix) {
      const std::string field = "steps." + part.step;
      const Decimal* known = row.find(field);
      if ((known == nullptr) != part.wage.has_value()) {
        WrongStep& wrong = wrong_steps_[{&part, known == nullptr ? steps_of(row) : ""}];
        // The same row fails again on later days.
        if (!wrong.rows.insert(&row).second) continue;
        append(wrong.days, iso(row.from));
        if (known != nullptr) append(wrong.wages, known->text());
      } else if (known == nullptr) {
        wage.steps.push_back({part.wage->value, Unit::eur_per_hour, part.wage_key()});
      } else {
        wage.steps.push_back(take(scale, row, field, Unit::eur_per_hour));
      }
    }
  }
  /// One error for a step nobody has a wage for, or two have one for, with the days of all rows.
  void tell_wrong_steps(const Preset& scale) {
    for (const auto& [step, wrong] : wrong_steps_) {
      const auto& [part, known] = step;
      Arguments arguments{{"step", part->step}, {"preset", scale.name}, {"day", wrong.days}};
      if (!wrong.wages.empty()) {
        arguments.emplace_back("wage", wrong.wages);
        add_error(Code::known_step, part->wage->at, part->wage_key(), std::move(arguments));
        continue;
      }
      arguments.emplace_back("allowed", known);
      const bool never = std::ranges::none_of(scale.rows, [&](const PresetRow& row) {
        return row.find("steps." + part->step) != nullptr;
      });
      if (never) arguments.emplace_back("share", part->share.value.text());
      add_error(Code::unknown_step, part->share.at, "wage.mix", std::move(arguments));
    }
  }
  static void append(std::string& list, std::string_view item) {
    if (!list.empty()) list += ", ";
    list += item;
  }
  static std::string steps_of(const PresetRow& row) {
    std::string list;
    for (const PresetField& field : row.fields) {
      constexpr std::string_view prefix = "steps.";
      if (!field.name.starts_with(prefix)) continue;
      append(list, std::string_view{field.name}.substr(prefix.size()));
    }
    return list;
  }

  void take_minimum(const Preset& minimum, const PresetRow& row, WageSpan<Figure>& wage,
                    const Grown::Wages& growth) {
    const Decimal* hour = row.find("hour");
    assert(hour != nullptr);
    const Exact least = Exact{*hour} * growth.minimum;
    bool binds = false;
    const auto hold = [&](std::string key, const Exact& paid, const Position& at) {
      if (paid >= least) return;
      binds = true;
      add_warning(Code::raised_to_minimum, at, key,
                  {{"key", key},
                   {"wage", EuroAmount{paid}},
                   {"minimum", EuroAmount{least}},
                   {"from", wage.from}});
    };
    if (case_.scale.empty()) {
      hold("wage.hourly", Exact{case_.value(Key::wage_hourly)} * growth.own,
           case_.place_of("wage.hourly"));
    }
    for (std::size_t i = 0; i < wage.steps.size(); ++i) {
      const MixShare& part = case_.mix[i];
      const Exact paid{wage.steps[i].value};
      if (part.wage) {
        hold(part.wage_key(), paid * growth.own, part.wage->at);
      } else {
        hold(part.key(), paid * growth.scale, part.share.at);
      }
    }
    wage.minimum = take(minimum, row, "hour", Unit::eur_per_hour, binds);
  }

  void resolve_charges() {
    if (case_.social_preset.empty()) return;
    const Preset& social = preset(case_.social_preset);
    const Preset* pension = case_.pension_preset.empty() ? nullptr : &preset(case_.pension_preset);
    std::vector<const Preset*> sources{&social};
    if (pension != nullptr) sources.push_back(pension);
    for (const Span& days : spans_of(case_.period, sources)) {
      ChargeSpan<Figure> span;
      span.from = days.from;
      span.days = days.days();
      if (const PresetRow* row = row_on(social, days.from)) take_social(social, *row, span);
      if (pension != nullptr) {
        if (const PresetRow* row = row_on(*pension, days.from)) {
          span.op = take(*pension, *row, "op", Unit::percent);
          span.ap = take(*pension, *row, "ap", Unit::percent);
          span.franchise = take(*pension, *row, "franchise", Unit::eur_per_year);
          span.ap_franchise = take(*pension, *row, "ap_franchise", Unit::eur_per_year);
        }
      }
      figures().charges.push_back(std::move(span));
      if (case_.later_year) {
        result_.resolved.ways.grown->charges.push_back(
            {.social = growth_of(&social, days.from, MonthDay{}),
             .pension = growth_of(pension, days.from, MonthDay{})});
      }
    }
  }

  void take_social(const Preset& social, const PresetRow& row, ChargeSpan<Figure>& span) {
    const auto percent = [&](std::string_view field) {
      return take(social, row, field, Unit::percent);
    };
    span.awf_low = percent("awf_low");
    span.awf_high = percent("awf_high");
    span.aof =
        percent(case_.choices.chosen<Employer>() == Employer::small ? "aof_small" : "aof_large");
    span.wko = percent("wko");
    if (!case_.number(Key::whk)) span.whk = percent("whk");
    span.zvw = percent("zvw");
    span.sector = percent("sector");
    span.max_wage = take(social, row, "max_wage", Unit::eur_per_year);
  }

  void resolve_index() {
    if (!case_.indexation) return;
    const std::string& series = case_.indexation->series;
    Checked<std::vector<IndexYear>> years =
        own_index_years(case_, series.empty() ? nullptr : &preset(series));
    if (!years) {
      std::ranges::move(years.error(), std::back_inserter(errors_));
      return;
    }
    for (const IndexYear& index : *years) {
      for (const UsedFigure& used : index.used)
        take(*used.preset, *used.row, used.field, Unit::percent);
      Exact& factor = result_.resolved.ways.index_factor;
      factor = factor * (Exact{1} + index.index);
    }
    result_.index_years = std::move(*years);
  }

  const Case& case_;
  const Presets& presets_;
  Resolution result_;
  Diagnostics errors_;
  /// The rows of a scale that do not know a step without a wage, or know one that has its own.
  struct WrongStep {
    std::set<const PresetRow*> rows;
    std::string days;
    std::string wages;
  };
  /// By a part of the mix and the steps its scale knows; none for a step it knows itself.
  std::map<std::pair<const MixShare*, std::string>, WrongStep> wrong_steps_;
};

}  // namespace

Checked<Resolution> resolve(const Case& subject, const Presets& presets) {
  return Resolver{subject, presets}.run();
}

}  // namespace billijk::core
