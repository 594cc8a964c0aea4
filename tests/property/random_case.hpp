#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/preset.hpp"
#include "property/draw.hpp"
#include "unit/figures.hpp"

namespace billijk::tests {

/// What random cases are like.
struct Taste {
  bool ties = false;  ///< every hour billable and short decimals: figures fall on ties
  bool own_lines = true;
  bool ranges = false;
  core::RoundingAt at = core::RoundingAt::end;
};

struct RandomCase {
  core::Case subject;
  core::Presets presets;
};

class CaseDraw {
 public:
  explicit CaseDraw(const Taste& taste) : taste_{taste} {}

  RandomCase draw() {
    draw_period();
    taste_.ties ? draw_tie_figures() : draw_figures();
    if (taste_.own_lines) draw_lines();
    case_.choices.state(std::optional{static_cast<core::RoundingMode>(below(4))});
    case_.choices.state(std::optional{taste_.at});
    if (taste_.ties || chance(3))
      set(core::Key::rounding_step, decimal(one_of({"0.01", "0.05", "0.001", "1"})));
    return {std::move(case_), std::move(presets_)};
  }

 private:
  void set(core::Key key, const core::Decimal& value) {
    case_.numbers[index_of(key)] = core::Input{.value = value};
  }
  /// A number of the case, with a range around it when its turn comes.
  void set(core::Key key, int low, int high, int scale) {
    case_.numbers[index_of(key)] = ranged(low, high, scale);
  }
  core::Input ranged(int low, int high, int scale) {
    const int value = low + below(high - low + 1);
    core::Input input{.value = core::Decimal::of(value, scale)};
    if (!taste_.ranges || chance(2)) return input;
    if (!chance(5)) input.low = core::Decimal::of(value - below(value - low + 1), scale);
    if (!chance(5)) input.high = core::Decimal::of(value + below(high - value + 1), scale);
    return input;
  }

  void draw_period() {
    const core::Date first = *core::make_date(2026, 1, 1) + std::chrono::days{below(200)};
    case_.period = {first, first + std::chrono::days{below(165)}};
  }

  void draw_figures() {
    draw_wage();
    set(core::Key::irregular_hours, 0, 1200, 2);
    set(core::Key::holiday_allowance, 700, 900, 2);
    set(core::Key::year_end_bonus, 0, 833, 2);
    case_.choices.state(std::optional{static_cast<core::BonusBase>(below(3))});
    draw_charges();
    draw_hours();
    draw_travel();
    draw_overhead();
    set(core::Key::training_expenses, 0, 4000, 1);
    set(core::Key::obligation_amount, 0, 400, 3);
    set(core::Key::obligation_annual, 0, 30000, 0);
    set(core::Key::volume, 2000, 90000, 0);
    draw_margin();
    set(core::Key::band_ceiling, 0, 200, 1);
    if (chance(3)) draw_index();
  }

  core::Preset preset(std::string name, core::PresetKind kind) {
    core::Preset result;
    result.name = std::move(name);
    result.kind = kind;
    for (const char* from : {"2025-01-01", "2026-04-01", "2026-07-01"}) {
      if (!result.rows.empty() && chance(2)) continue;
      result.rows.emplace_back().from = day(from);
    }
    return result;
  }
  void keep(core::Preset preset) {
    presets_.emplace(preset.name, std::make_shared<const core::Preset>(preset));
  }

  void draw_wage() {
    case_.minimum_wage = "none";
    if (!chance(3)) {
      core::Preset minimum = preset("minimum", core::PresetKind::minimum_wage);
      for (core::PresetRow& row : minimum.rows) row.fields = {{"hour", between(1300, 1600, 2)}};
      case_.minimum_wage = minimum.name;
      keep(std::move(minimum));
    }
    if (chance(2)) return set(core::Key::wage_hourly, 1250, 1900, 2);
    core::Preset scale = preset("scale", core::PresetKind::wage_scale);
    const bool own_wage = chance(3);
    for (core::PresetRow& row : scale.rows) {
      for (const std::string step : {"steps.0", "steps.3", "steps.5"}) {
        if (own_wage && step == "steps.3") continue;
        row.fields.push_back({step, between(1250, 1900, 2)});
      }
    }
    case_.scale = scale.name;
    keep(std::move(scale));
    const int first = below(500);
    const int second = below(500);
    case_.mix = {{"0", {.value = core::Decimal::of(first, 1)}},
                 {"3", {.value = core::Decimal::of(second, 1)}},
                 {"5", {.value = core::Decimal::of(1000 - first - second, 1)}}};
    if (own_wage) case_.mix[1].wage = core::Input{.value = between(1250, 1900, 2)};
  }

  void draw_charges() {
    if (chance(3)) return set(core::Key::charges_percent, 200, 350, 1);
    core::Preset social = preset("social", core::PresetKind::charges);
    for (core::PresetRow& row : social.rows) {
      for (const char* field :
           {"awf_low", "awf_high", "aof_small", "aof_large", "wko", "whk", "zvw"}) {
        row.fields.push_back({field, between(0, 800, 2)});
      }
      row.fields.push_back({"max_wage", between(25000, 79409, 0)});
      if (chance(2)) row.fields.push_back({"sector", between(0, 180, 2)});
    }
    case_.social_preset = social.name;
    keep(std::move(social));
    set(core::Key::permanent, 0, 1000, 1);
    if (chance(2)) set(core::Key::whk, 30, 300, 2);
    case_.choices.state(std::optional{static_cast<core::Employer>(below(2))});
    case_.choices.state(std::optional{static_cast<core::SocialBase>(below(2))});
    if (chance(4)) return;
    core::Preset pension = preset("pension", core::PresetKind::pension);
    for (core::PresetRow& row : pension.rows) {
      row.fields = {{"op", between(200, 260, 1)},
                    {"ap", between(0, 10, 1)},
                    {"franchise", between(12000, 36000, 0)},
                    {"ap_franchise", between(20000, 36000, 0)}};
    }
    case_.pension_preset = pension.name;
    keep(std::move(pension));
    set(core::Key::employer_share, 300, 1000, 1);
  }

  void draw_hours() {
    using core::Key;
    struct Limits {
      Key key;
      int low, high, scale;
    };
    for (const auto& [key, low, high, scale] : {Limits{Key::contract_hours, 1500, 2080, 0},
                                                {Key::leave, 1500, 3000, 1},
                                                {Key::sickness, 20, 120, 1},
                                                {Key::training_hours, 0, 24, 0},
                                                {Key::meetings, 0, 300, 1},
                                                {Key::part_time_factor, 400, 1000, 1},
                                                {Key::idle, 0, 40, 0},
                                                {Key::indirect, 0, 400, 1},
                                                {Key::obligation_hours, 0, 16, 0}}) {
      set(key, low, high, scale);
    }
    case_.choices.state(std::optional{static_cast<core::SicknessBase>(below(2))});
  }

  void draw_travel() {
    if (chance(2)) {
      set(core::Key::travel_minutes, 0, 90, 1);
    } else {
      set(core::Key::minutes_between, 20, 200, 1);
      set(core::Key::visit_minutes, 60, 240, 0);
    }
    set(core::Key::kilometres, 0, 60, 1);
    set(core::Key::kilometre_rate, 10, 40, 2);
    set(core::Key::travel_expenses, 0, 500, 3);
  }

  void draw_overhead() {
    if (chance(3)) return set(core::Key::overhead_amount, 2000, 9000, 3);
    set(core::Key::overhead_percent, 50, 300, 1);
    case_.choices.state(std::optional{static_cast<core::OverheadBase>(below(3))});
  }

  void draw_margin() {
    if (chance(3)) return set(core::Key::margin_amount, 0, 2000, 3);
    set(core::Key::margin_percent, 0, 80, 1);
    case_.choices.state(std::optional{static_cast<core::MarginBase>(below(2))});
  }

  void draw_index() {
    core::OwnIndexation indexation;
    const int years = below(4);
    indexation.price_level = 2026 - years;
    for (int i = 0; i < years; ++i) indexation.percent.push_back({.value = between(-200, 700, 2)});
    case_.indexation = std::move(indexation);
  }

  void draw_tie_figures() {
    using core::Key;
    case_.minimum_wage = "none";
    set(Key::wage_hourly, between(14000, 18000, 3));
    const bool amount = chance(2);
    if (!amount) case_.choices.state(std::optional{static_cast<core::OverheadBase>(below(3))});
    for (const auto& [key, text] : {std::pair{Key::irregular_hours, one_of({"0", "0", "50"})},
                                    {Key::holiday_allowance, one_of({"0", "8", "10"})},
                                    {Key::year_end_bonus, one_of({"0", "5", "10"})},
                                    {Key::charges_percent, one_of({"0", "20", "25", "50"})},
                                    {Key::contract_hours, "2000"},
                                    {Key::leave, one_of({"0", "1000"})},
                                    {Key::sickness, "0"},
                                    {Key::travel_minutes, one_of({"0", "0", "15"})},
                                    {Key::kilometres, "1"},
                                    {Key::kilometre_rate, half()},
                                    {amount ? Key::overhead_amount : Key::overhead_percent,
                                     amount ? half() : one_of({"0", "10", "20", "25", "50"})},
                                    {Key::volume, "2000"},
                                    {Key::margin_percent, one_of({"0", "0", "5"})},
                                    {Key::band_ceiling, one_of({"0", "10", "50"})}}) {
      set(key, decimal(text));
    }
  }
  static const char* half() {
    return one_of(
        {"0.005", "0.015", "0.025", "0.105", "5.105", "0.0125", "0.5", "1.5", "2.5", "0.0005"});
  }

  void draw_lines() {
    for (int left = below(5); left > 0; --left) {
      core::OwnLine line;
      line.key = "own" + std::to_string(left);
      line.element =
          static_cast<core::Element>(std::initializer_list<int>{0, 1, 2, 3, 5}.begin()[below(5)]);
      if (chance(2)) {
        line.of = static_cast<core::LineBase>(below(4));
        line.figure = ranged(0, 40, 1);
      } else {
        line.per = static_cast<core::LinePer>(below(4));
        line.figure = ranged(-500, 800, 3);
        if (taste_.ties) line.figure.value = decimal(std::string{chance(2) ? "-" : ""} + half());
      }
      case_.lines.push_back(std::move(line));
    }
  }

  Taste taste_;
  core::Case case_;
  core::Presets presets_;
};

inline RandomCase draw_case(const Taste& taste) { return CaseDraw{taste}.draw(); }

}  // namespace billijk::tests
