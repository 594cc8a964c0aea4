#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/growth.hpp"
#include "core/case/input.hpp"
#include "core/case/keys.hpp"
#include "core/case/line.hpp"
#include "core/case/market.hpp"
#include "core/case/profile.hpp"
#include "core/case/text.hpp"
#include "core/number/date.hpp"
#include "core/number/decimal.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {

/// The share of paid hours at one step of a wage scale. Units: %.
struct MixShare {
  std::string step;
  Input share;
  std::optional<Input> wage = {};  ///< of a step the scale does not know; EUR per paid hour

  std::string key() const { return "wage.mix." + step; }
  std::string wage_key() const { return key() + ".wage"; }
};

/// A cost the case adds itself, as an amount or as a percentage of a base.
struct OwnLine {
  std::string key;
  std::string label;
  Element element = Element::a;
  Input figure;
  std::optional<LinePer> per;  ///< for an amount
  std::optional<LineBase> of;  ///< for a percentage
  Position at;

  std::string path() const { return "line." + key; }
  std::string figure_key() const { return path() + (per ? ".amount" : ".percent"); }
};

/// A price that is a share of another, as a personal budget: no part of any boundary.
struct DerivedPrice {
  std::string key;
  std::string label;
  Input percent;
  DerivedBase of = DerivedBase::tariff;
  std::optional<LeastPrice> at_least;

  std::string percent_key() const { return "derived." + key + ".percent"; }
};

/// [indexation]: how the case's own euro figures come to the level of the period.
struct OwnIndexation {
  int price_level = 0;
  std::vector<Input> percent;
  std::string series;
  std::optional<CatchUp> catch_up;
  Position at;
};

/// contract.indexation: what the contract itself says about later years.
struct IndexClause {
  std::string series;
  std::optional<Input> percent;
  std::optional<Input> cap;
  std::optional<CatchUp> catch_up;
  int lag = 0;                    ///< years between an index and the year it is taken for
  std::optional<int> first_year;  ///< before which nothing is indexed
  bool none = false;
};

/// [contract], its numbers and words aside.
struct Contract {
  std::string municipality;
  std::string provider;
  std::string product;
  std::optional<Date> start;
  std::optional<Date> end;
  std::optional<IndexClause> indexation;
};

/// [audit]: presets the contract is held to, which no figure of the case rests on.
struct AuditPresets {
  std::string scale;       ///< a wage scale, whose lowest step an hourly wage may not undercut
  std::string norm_hours;  ///< the hours per client per year that norm hours may not undercut
};

/// One service, one period, one set of assumptions, as read and checked; absent is absent.
struct Case {
  Text title;
  std::string file;
  Period period;
  Position period_at;
  std::array<std::optional<Input>, key_count> numbers;
  Choices choices;
  std::map<std::string, Position, std::less<>> places;  ///< of what is no key of the formula
  std::string scale;
  std::vector<MixShare> mix;
  std::optional<std::string> minimum_wage;
  std::string social_preset;
  std::string pension_preset;
  std::vector<OwnLine> lines;
  std::vector<DerivedPrice> derived;
  std::optional<OwnIndexation> indexation;
  Contract contract;
  AuditPresets audit;
  std::optional<Forecast> forecast;
  std::optional<Market> market;
  std::optional<ResultNorm> result;
  std::optional<LaterYear> later_year;  ///< of the case of a later year, which no file states

  const std::optional<Input>& number(Key key) const { return numbers.at(index_of(key)); }
  /// The value stated, or zero.
  Decimal value(Key key) const { return number(key) ? number(key)->value : Decimal{}; }
  /// Where a key stands, or the period when the case does not state it.
  Position place_of(std::string_view path) const;
  /// Whether anything stands under [contract].
  bool has_contract() const;
  /// A cost price found elsewhere stands in the model's place.
  bool is_given() const { return number(Key::given_cost_price).has_value(); }
  Rounding rounding() const;
  /// Leaves out what is noted beside its figures, for readers outside.
  void drop_notes();
  /// The preset the wages are raised to; empty when switched off.
  std::string minimum_wage_preset() const;
  /// The preset of what the law asks for, whatever the case says of it.
  static std::string legal_minimum_wage();
};

/// A key the case leaves out, and what is taken for it.
struct NotStated {
  std::string key;
  std::string taken;
};

/// What a case took for granted, in the order of billijk-case(5).
std::vector<NotStated> not_stated(const Case& subject);

}  // namespace billijk::core
