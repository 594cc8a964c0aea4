#include "cli/options/sweep_option.hpp"

#include "cli/options/lever_option.hpp"
#include "io/case/value_reader.hpp"

namespace billijk::cli {
namespace {

using analysis::SweepAxis;
using core::Exact;

core::Diagnostics wrong(core::Code code, core::Arguments arguments) {
  return {core::finding(code, {}, "--sweep", std::move(arguments))};
}

/// FROM, TO and STEP; nothing when the text is no such thing.
std::optional<std::vector<Exact>> read_numbers(std::string_view text) {
  std::vector<Exact> numbers;
  while (true) {
    const std::size_t end = text.find(':');
    const std::optional<core::Decimal> number = read_number(std::string{text.substr(0, end)});
    if (!number) return std::nullopt;
    numbers.emplace_back(*number);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const bool well = numbers.size() == 3 && numbers[0] <= numbers[1] && numbers[2].sign() > 0;
  return well ? std::optional{std::move(numbers)} : std::nullopt;
}

core::Diagnostics out_of_range(const analysis::Lever& lever, const Exact& found) {
  const core::KeyFacts facts{.path = lever.name,
                             .unit = lever.unit,
                             .lowest = core::floor_of(lever.lowest).get_si(),
                             .highest = core::floor_of(lever.highest).get_si(),
                             .ranged = false,
                             .priced = false,
                             .above = lever.above};
  core::Diagnostics result =
      wrong(core::Code::out_of_range, {{"key", lever.name}, {"found", core::shortest(found)}});
  io::add_limits(result.front().arguments, facts);
  return result;
}

core::Checked<SweepAxis> read_axis(const core::Calculation& calculation, const std::string& text) {
  const std::size_t equals = text.find('=');
  const auto numbers = equals == std::string::npos
                           ? std::nullopt
                           : read_numbers(std::string_view{text}.substr(equals + 1));
  if (!numbers || equals == 0)
    return tl::unexpected{wrong(core::Code::sweep_form, {{"found", text}})};
  core::Checked<analysis::LeveredCase> subject = find_lever(calculation, text.substr(0, equals));
  if (!subject) return tl::unexpected{std::move(subject.error())};
  for (const Exact& end : {(*numbers)[0], (*numbers)[1]}) {
    if (!subject->lever.allows(end)) return tl::unexpected{out_of_range(subject->lever, end)};
  }
  return SweepAxis{.subject = std::move(*subject),
                   .from = (*numbers)[0],
                   .to = (*numbers)[1],
                   .step = (*numbers)[2]};
}

/// What stands in the way of these axes together.
core::Diagnostics against(const std::vector<SweepAxis>& axes,
                          const std::vector<std::string>& texts) {
  constexpr int most_points = 10'000;
  if (axes.size() > 2) return wrong(core::Code::sweep_twice, {{"found", texts[2]}});
  if (axes.size() == 2) {
    const std::string& one = axes[0].subject.lever.name;
    const std::string& other = axes[1].subject.lever.name;
    if (one == other) return wrong(core::Code::sweep_twice, {{"found", texts[1]}});
    if (!go_together(axes[0], axes[1]))
      return wrong(core::Code::sweep_excludes, {{"one", one}, {"other", other}});
  }
  mpz_class points = 1;
  for (const SweepAxis& axis : axes) points *= axis.size();
  if (points <= most_points) return {};
  return wrong(core::Code::sweep_size,
               {{"found", points.get_str()}, {"most", std::to_string(most_points)}});
}

}  // namespace

core::Checked<std::vector<SweepAxis>> read_sweeps(const core::Calculation& calculation,
                                                  const std::vector<std::string>& texts) {
  std::vector<SweepAxis> axes;
  core::Diagnostics errors;
  for (const std::string& text : texts) {
    core::Checked<SweepAxis> axis = read_axis(calculation, text);
    if (axis) {
      axes.push_back(std::move(*axis));
    } else {
      errors.insert(errors.end(), axis.error().begin(), axis.error().end());
    }
  }
  if (errors.empty()) errors = against(axes, texts);
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return axes;
}

}  // namespace billijk::cli
