#include "report/rows/batch_template.hpp"

#include "report/format/csv.hpp"

namespace billijk::report {

std::string batch_template(const core::Case& subject, RowFormat format) {
  Rows rows{.header = {"id"}, .records = {{"1"}}};
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const core::Key key = core::key_at(i);
    const auto& input = subject.numbers[i];
    if (!input && key != core::Key::tariff) continue;
    rows.header.emplace_back(path_of(key));
    rows.records.front().push_back(input ? Value{input->value} : Value{});
  }
  return render_csv(rows,
                    format == RowFormat::dutch_excel ? CsvDialect::dutch_excel : CsvDialect::plain);
}

}  // namespace billijk::report
