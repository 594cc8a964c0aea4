#include "cli/batch/batch_output.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "cli/options/sweep_option.hpp"
#include "cli/options/tariff_options.hpp"
#include "fuzz/fuzz.hpp"
#include "io/case/clause_option.hpp"

namespace {

using namespace billijk;

/// Whether a value was read; the findings that say why not are looked at.
template <class T>
bool is_good(const core::Checked<T>& read) {
  if (!read) fuzz::check_findings(read.error());
  fuzz::require(read || !read.error().empty());
  return read.has_value();
}

const core::Calculation& calculation() {
  static const core::Checked<core::Calculation> calculation = [] {
    core::Checked<io::LoadedCase> loaded = io::load_case(
        {.name = "preset:cases/hbh-2026", .standard_input = {}, .settings = {}}, fuzz::store());
    return core::calculate(std::move(loaded->subject), std::move(loaded->presets));
  }();
  return *calculation;
}

void check_numbers(const std::string& text) {
  if (const auto amount = cli::read_amount("--tariff", text); is_good(amount)) {
    fuzz::require(*amount >= core::Decimal{});
    const auto again =
        cli::read_amount("--tariff", amount->text() + (amount->is_whole() ? ".0" : "0000"));
    fuzz::require(again && *again == *amount);
  }
  if (const auto number = cli::read_number(text))
    fuzz::require(core::parse_decimal(number->text()).value == number);
  if (const auto day = cli::read_day("--as-of", text); is_good(day))
    fuzz::require(core::iso(*day) == text);
  const cli::CountLimits limits{
      .option = "--draws", .lowest = 1, .highest = 1000, .example = "100"};
  if (const auto count = cli::read_count(limits, text); is_good(count))
    fuzz::require(*count >= limits.lowest && *count <= limits.highest);
  if (const auto threads = cli::read_threads(text); is_good(threads)) fuzz::require(*threads >= 1);
}

void check_words(const std::string& text) {
  if (const auto total = cli::read_total("--goal", text); is_good(total))
    fuzz::require(core::key_of(*total) == text);
  is_good(io::read_clause_option(text));
  is_good(cli::read_year("--until", text));
  is_good(cli::read_asked_format(text, text));
  is_good(cli::form_of({.format = text, .file = {}, .excel = false}));
  is_good(cli::form_of({.format = {}, .file = text, .excel = true}));
  std::vector<io::KeyOption> settings;
  const core::Diagnostics wrong =
      cli::add_settings(cli::TariffOptions{.amount = text, .unit = text}, settings);
  fuzz::check_findings(wrong);
  fuzz::require(!wrong.empty());  // no text is both
  const auto list =
      cli::add_settings(cli::TariffListOptions{.amounts = {text, text}, .unit = {}}, settings);
  if (is_good(list)) fuzz::require(list->is_list && list->amounts.size() <= 1000);
  if (const auto output = cli::plan_output({text, text, false}, {}, nullptr); is_good(output))
    fuzz::require(!output->columns.empty());
}

void check_levers(const std::string& text) {
  const auto lever = cli::find_lever(calculation(), text);
  if (is_good(lever)) {
    fuzz::require(lever->lever.name == text && lever->lever.lowest < lever->lever.highest);
    core::Bench<core::Exact> bench{lever->resolved};
    for (const core::Exact& end : {lever->lever.lowest, lever->lever.highest}) {
      if (!lever->lever.allows(end)) continue;
      lever->lever.put(bench, end);
      bench.compute();
    }
  }
}

void check_sweeps(const std::vector<std::string>& texts) {
  const auto axes = cli::read_sweeps(calculation(), texts);
  if (!is_good(axes)) return;
  mpz_class points = 1;
  for (const analysis::SweepAxis& axis : *axes) {
    fuzz::require(axis.size() >= 1 && axis.value(0) == axis.from);
    fuzz::require(axis.value(axis.size().get_ui() - 1) <= axis.to);
    points *= axis.size();
  }
  constexpr int few = 50;
  if (axes->empty() || points > few) return;
  fuzz::require(analysis::sweep(calculation(), *axes).size() == points);
}

}  // namespace

/// The value of an option, held to be that of each of them; for a sweep a line an axis.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  check_numbers(text);
  check_words(text);
  check_levers(text);
  check_sweeps(fuzz::lines_of(text, 3));
  return 0;
}
