#include "core/calculation.hpp"

#include <algorithm>
#include <iterator>

#include "core/case/rails.hpp"
#include "core/formula/shown_lines.hpp"
#include "core/inputs.hpp"

namespace billijk::core {
namespace {

/// The sheet as the recorded formula gives it; without one, or where that gives none, directly.
Trouble compute(Calculation& calculation) {
  if (calculation.recording && calculation.recording->play()) {
    calculation.sheet = calculation.recording->sheet_played();
    return Trouble::none;
  }
  Recorder<Exact> record;
  const Resolved& resolved = calculation.resolution.resolved;
  return evaluate(numbers_of<Exact>(resolved.figures), resolved.ways, record, calculation.sheet);
}

Exact value_of(const Calculation& calculation, LineId line) {
  return line_of(calculation.sheet.first, line).number();
}

void take_lines(Calculation& calculation) {
  const Ways& ways = calculation.ways();
  for (const LineId id : line_order(ways)) {
    SheetLine line{.id = id,
                   .key = {},
                   .label = {},
                   .element = element_of(ways, id),
                   .value = value_of(calculation, id),
                   .rounded = {}};
    if (id < line_count) {
      line.key = std::string{line_table.at(id).key};
    } else {
      const OwnLine& own = calculation.subject.lines.at(id - line_count);
      line.key = own.key;
      line.label = own.label;
    }
    calculation.lines.push_back(std::move(line));
  }
}

Diagnostics take_totals(Calculation& calculation) {
  const Ways& ways = calculation.ways();
  const Boundaries exact = boundaries_of(calculation.sheet, ways);
  const Boundaries round = rounded(exact, ways.rounding);
  for (const Total total : all_totals) {
    if (!exact[total]) continue;
    calculation.totals[index_of(total)] =
        Boundary{.value = *exact[total], .rounded = *round[total], .low = {}, .high = {}};
  }
  if (calculation.ranged.empty()) return {};
  const Checked<Bounds> bounds =
      bounds_of(calculation.resolution.resolved, calculation.subject, calculation.ranged);
  if (!bounds) return bounds.error();
  for (const Total total : all_totals) {
    if (!exact[total]) continue;
    calculation.totals[index_of(total)]->low = (*bounds)[End::low][total];
    calculation.totals[index_of(total)]->high = (*bounds)[End::high][total];
  }
  return {};
}

void warn(Calculation& calculation) {
  const Case& subject = calculation.subject;
  const Exact band =
      calculation[Total::cost_price]->value *
      (Exact{1} + Exact{calculation.resolution.resolved.figures[Key::band_ceiling].value, 2});
  if (calculation[Total::fair_tariff]->value > band) {
    const Key margin =
        subject.number(Key::margin_amount) ? Key::margin_amount : Key::margin_percent;
    calculation.warnings.push_back(finding(Code::own_ceiling, subject.place_of(path_of(margin)),
                                           std::string{path_of(margin)}));
  }
  if (auto elsewhere = period_elsewhere(subject, subject.contract))
    calculation.warnings.push_back(std::move(*elsewhere));
  if (subject.choices.chosen<Delivery>() == Delivery::alfahulp) {
    calculation.warnings.push_back(
        finding(Code::alfahulp, subject.place_of("contract.delivery"), "contract.delivery"));
  }
}

/// Zones, sides and ranges of a verdict.
class Doubt {
 public:
  Doubt(const Calculation& calculation, const Tariff& tariff, Verdict& verdict)
      : calculation_{calculation}, tariff_{tariff}, verdict_{verdict} {}

  void weigh() {
    for (const Total total : all_totals) {
      if (calculation_[total]) side(total) = {.side = side_at(total, calculation_[total]->rounded)};
    }
    if (!calculation_.has_ranges()) return;
    hourly_ = hourly_tariffs();
    for (const End end : both_ends) look_at(bounds_at(end));
    for (const Slot slot : calculation_.ranged) try_alone(slot);
    // A lump sum per hour moves with its volume, which no boundary shows.
    const bool moves = divisor_of(tariff_.unit) == Key::volume;
    if (moves && !verdict_.could_change.empty()) verdict_.certain = false;
    if (verdict_.certain) {
      verdict_.could_change.clear();
      verdict_.could_be_fair.clear();
    }
    for (std::optional<BoundarySide>& of : verdict_.sides) {
      if (!of) continue;
      if (moves && !of->could_cross.empty()) of->certain = false;
      if (of->certain) of->could_cross.clear();
    }
  }

 private:
  Boundaries bounds_at(End end) const {
    Boundaries result;
    for (const Total total : all_totals) {
      const std::optional<Boundary>& boundary = calculation_[total];
      if (boundary) result[total] = end == End::low ? boundary->low : boundary->high;
    }
    return rounded(result, calculation_.ways().rounding);
  }

  std::optional<BoundarySide>& side(Total total) { return verdict_.sides[index_of(total)]; }
  Side side_at(Total total, const Exact& boundary) const {
    return side_of(total, verdict_.judgement.per_hour, boundary);
  }
  /// What the boundaries at an end of all ranges leave certain, at each hour the tariff may be of.
  void look_at(const Boundaries& moved) {
    for (const Exact& hourly : hourly_) {
      if (zone_of(hourly, moved) != verdict_.judgement.zone) verdict_.certain = false;
      for (const Total total : all_totals) {
        if (side(total) && side_of(total, hourly, *moved[total]) != side(total)->side)
          side(total)->certain = false;
      }
    }
  }
  /// The tariff per hour, and of a lump sum that at both ends of its volume.
  std::vector<Exact> hourly_tariffs() const {
    std::vector<Exact> hourly{verdict_.judgement.per_hour};
    const std::optional<Input>& volume = calculation_.subject.number(Key::volume);
    if (divisor_of(tariff_.unit) != Key::volume || !volume) return hourly;
    for (const std::optional<Decimal>& end : {volume->low, volume->high}) {
      if (end) hourly.push_back(per_hour(Exact{tariff_.value}, tariff_.unit, {}, Exact{*end}));
    }
    return hourly;
  }

  void try_alone(Slot slot) {
    const Input& input = *slot.input(calculation_.subject);
    bool changes = false;
    bool fair = false;
    std::array<bool, total_count> crosses{};
    for (const std::optional<Decimal>& end : {input.low, input.high}) {
      if (!end) continue;
      bench_.set(slot, *end);
      Boundaries moved;
      if (bench_.compute_rounded(moved) == Trouble::none) {
        const Exact hourly = tariff_per_hour();
        const Zone zone = zone_of(hourly, moved);
        changes = changes || zone != verdict_.judgement.zone;
        fair = fair || zone == Zone::fair;
        for (const Total total : all_totals) {
          if (side(total) && side_of(total, hourly, *moved[total]) != side(total)->side)
            crosses[index_of(total)] = true;
        }
      }
      bench_.reset(slot);
    }
    for (const Total total : all_totals) {
      if (crosses[index_of(total)])
        side(total)->could_cross.push_back(slot.name(calculation_.subject));
    }
    if (!changes) return;
    verdict_.could_change.push_back(slot.name(calculation_.subject));
    if (fair && verdict_.judgement.zone != Zone::fair)
      verdict_.could_be_fair.push_back(slot.name(calculation_.subject));
  }
  /// The volume of a lump sum may be the input that moves.
  Exact tariff_per_hour() const {
    const Numbers<Exact>& numbers = bench_.exact.numbers();
    return per_hour(Exact{tariff_.value}, tariff_.unit, numbers[Key::norm_hours],
                    numbers[Key::volume]);
  }

  const Calculation& calculation_;
  const Tariff& tariff_;
  Verdict& verdict_;
  SureBench bench_{calculation_.resolution.resolved};
  std::vector<Exact> hourly_;
};

/// Every derived price, those of the tariff with the warnings only a tariff gives.
void take_derived(const Calculation& calculation, Verdict& verdict) {
  verdict.derived =
      derived_figures(calculation.subject, calculation.resolution.resolved,
                      {.boundaries = boundaries_of(calculation.sheet, calculation.ways()),
                       .tariff = verdict.judgement.per_hour});
  std::vector<DerivedFigure> of_tariff;
  std::ranges::copy_if(
      verdict.derived, std::back_inserter(of_tariff),
      [](const DerivedFigure& figure) { return figure.price.of == DerivedBase::tariff; });
  for (Diagnostic& warning : warnings_of(of_tariff)) verdict.warnings.push_back(std::move(warning));
}

}  // namespace

void Calculation::drop_notes() {
  subject.drop_notes();
  for (UsedInput& input : inputs) input.note = {};
}

Checked<Calculation> calculate(Case subject, Presets presets, Keeps keeps) {
  Checked<Resolution> resolution = resolve(subject, presets);
  if (!resolution) return tl::unexpected{std::move(resolution.error())};
  Calculation result{.subject = std::move(subject),
                     .presets = std::move(presets),
                     .resolution = std::move(*resolution),
                     .sheet = {},
                     .lines = {},
                     .totals = {},
                     .ranged = {},
                     .inputs = {},
                     .not_stated = {},
                     .derived = {},
                     .warnings = {},
                     .recording = {}};
  const Resolved& resolved = result.resolution.resolved;
  if (keeps == Keeps::formula)
    result.recording = std::make_shared<Recording>(resolved, result.resolution.index_years);
  const Trouble trouble = compute(result);
  if (trouble != Trouble::none) return refused(diagnostic_of(trouble, result.subject, resolved));
  if (!resolved.ways.given) result.ranged = ranged_slots(result.subject);
  take_lines(result);
  Diagnostics errors = take_totals(result);
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  const std::vector<Exact> shown = shown_lines(result.sheet, resolved.ways);
  for (std::size_t i = 0; i < shown.size(); ++i) result.lines[i].rounded = shown[i];
  result.inputs = used_inputs(result.subject, result.resolution);
  result.not_stated = not_stated(result.subject);
  result.warnings = rails_of(result.subject);
  result.warnings.insert(result.warnings.end(), result.resolution.warnings.begin(),
                         result.resolution.warnings.end());
  warn(result);
  result.derived =
      derived_figures(result.subject, resolved,
                      {.boundaries = boundaries_of(result.sheet, resolved.ways), .tariff = {}});
  for (Diagnostic& warning : warnings_of(result.derived))
    result.warnings.push_back(std::move(warning));
  return result;
}

std::shared_ptr<Recording> recording_of(const Calculation& calculation) {
  if (calculation.recording) return calculation.recording;
  auto recording = std::make_shared<Recording>(calculation.resolution.resolved,
                                               calculation.resolution.index_years);
  recording->play();
  return recording;
}

bool is_provisional(Grade grade) {
  return grade == Grade::placeholder || grade == Grade::unconfirmed || grade == Grade::expected;
}

std::vector<std::size_t> provisional_inputs(const Calculation& calculation, TariffUnit unit) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    const UsedInput& input = calculation.inputs[i];
    const bool weak = input.grade && is_provisional(*input.grade);
    if (weak && rests_on(input, unit)) found.push_back(i);
  }
  return found;
}

std::optional<Diagnostic> period_elsewhere(const Case& subject, const Contract& contract) {
  const bool is_before = contract.end && *contract.end < subject.period.from;
  const bool is_after = contract.start && *contract.start > subject.period.to;
  if (!is_before && !is_after) return std::nullopt;
  return finding(Code::period_elsewhere, subject.place_of("period.from"), "period",
                 {{"from", subject.period.from}, {"to", subject.period.to}});
}

std::optional<Diagnostic> divisor_lacking(const Case& subject, TariffUnit unit) {
  const std::optional<Key> divisor = divisor_of(unit);
  if (!divisor) return std::nullopt;
  const std::optional<Input>& input = subject.number(*divisor);
  const std::string path{path_of(*divisor)};
  if (!input || input->value.is_zero())
    return missing_divisor(unit, subject.place_of(input ? path : "contract.unit"));
  if (!input->low || !input->low->is_zero()) return std::nullopt;
  return finding(Code::range_end, input->at, path,
                 {{"ends", path + ".low = 0"}, {"reason", Phrase::trouble_no_volume}});
}

Checked<Verdict> give_verdict(const Calculation& calculation, const Tariff& tariff) {
  const Case& subject = calculation.subject;
  if (const std::optional<Diagnostic> lacking = divisor_lacking(subject, tariff.unit)) {
    return refused(*lacking);
  }
  std::optional<Exact> volume;
  if (!subject.value(Key::volume).is_zero()) volume = Exact{subject.value(Key::volume)};
  Boundaries boundaries;
  for (const Total total : all_totals) {
    if (calculation[total]) boundaries[total] = calculation[total]->rounded;
  }
  const Exact hourly = per_hour(Exact{tariff.value}, tariff.unit,
                                Exact{subject.value(Key::norm_hours)}, volume.value_or(Exact{}));
  Verdict result{.tariff = tariff,
                 .judgement = judge(hourly, boundaries, volume),
                 .subcontractor = {},
                 .certain = true,
                 .could_change = {},
                 .could_be_fair = {},
                 .sides = {},
                 .provisional = provisional_inputs(calculation, tariff.unit),
                 .derived = {},
                 .outrun = !calculation.resolution.outruns.empty(),
                 .warnings = {}};
  if (subject.number(Key::subcontracting_fee)) {
    const Exact kept{subject.value(Key::subcontracting_fee), 2};
    result.subcontractor = judge(hourly * (Exact{1} - kept), boundaries, volume);
  }
  Doubt{calculation, tariff, result}.weigh();
  result.warnings = tariff_rails_of(subject, hourly, *boundaries[Total::cost_price]);
  take_derived(calculation, result);
  return result;
}

}  // namespace billijk::core
