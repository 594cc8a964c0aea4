#include "report/rows/batch_template.hpp"

#include <algorithm>
#include <array>

#include "core/verdict.hpp"
#include "report/format/csv.hpp"

namespace billijk::report {
namespace {

using core::Key;

/// What law and collective agreement fix for every row, or what is chosen once for all of them.
constexpr std::array alike = std::to_array<Key>(
    {Key::holiday_allowance, Key::year_end_bonus, Key::employer_share, Key::contract_hours,
     Key::leave, Key::kilometre_rate, Key::band_ceiling, Key::rounding_step});

class Template {
 public:
  explicit Template(const core::Case& subject) : subject_{subject} {}

  Rows rows(Language language) {
    const core::Contract& contract = subject_.contract;
    column("id", "1");
    column("contract.municipality", text_or_absent(contract.municipality));
    column("contract.provider", text_or_absent(contract.provider));
    column(say(Message::template_region, language), {});
    number(Key::tariff);
    unit();
    number(Key::volume);
    column("contract.start", day(contract.start));
    column("contract.end", day(contract.end));
    number(Key::subcontracting_fee);
    for (const Key key : core::all_keys) {
      const bool is_asked = subject_.number(key) && std::ranges::find(alike, key) == alike.end();
      if (is_asked && std::ranges::find(rows_.header, path_of(key)) == rows_.header.end())
        number(key);
    }
    return std::move(rows_);
  }

 private:
  void column(std::string name, Value value) {
    rows_.header.push_back(std::move(name));
    rows_.records.front().push_back(std::move(value));
  }
  void number(Key key) {
    const auto& input = subject_.number(key);
    column(std::string{path_of(key)}, input ? Value{input->value} : Value{});
  }
  /// The unit where it is no hour, and the norm hours where that needs them.
  void unit() {
    const auto unit = subject_.choices.chosen<core::TariffUnit>();
    if (unit != core::TariffUnit::hour) column("contract.unit", std::string{core::word_of(unit)});
    if (core::divisor_of(unit) == Key::norm_hours) number(Key::norm_hours);
  }
  static Value day(const std::optional<core::Date>& day) {
    return day ? Value{core::iso(*day)} : Value{};
  }

  const core::Case& subject_;
  Rows rows_{.header = {}, .records = {{}}};
};

}  // namespace

std::string batch_template(const core::Case& subject, RowFormat format, Language language) {
  return render_csv(Template{subject}.rows(language),
                    format == RowFormat::dutch_excel ? CsvDialect::dutch_excel : CsvDialect::plain);
}

}  // namespace billijk::report
