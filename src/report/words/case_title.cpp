#include "report/words/case_title.hpp"

#include "report/words/catalogue.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {

std::string period_text(const core::Period& period, const Format& format) {
  const int year = core::year_of(period.from);
  using std::chrono::year_month_day;
  const bool whole = year_month_day{period.from} == std::chrono::year{year} / 1 / 1 &&
                     year_month_day{period.to} == std::chrono::year{year} / 12 / 31;
  if (whole) return std::to_string(year);
  return say(Message::term_days, format.language(),
             {{"from", format.date(period.from)}, {"to", format.date(period.to)}});
}

std::string parties_of(const core::Calculation& calculation, const Format& format) {
  const core::Case& subject = calculation.subject;
  std::string text;
  const auto add = [&](std::string_view path, const std::string& value) {
    if (value.empty()) return;
    text += (text.empty() ? "" : ". ") +
            capital(FigureNames{subject, format.language()}.name(path)) + ": " + value;
  };
  if (!subject.title.empty()) {
    add("title", text_of(subject.title, format.language()));
  } else if (subject.file != "-") {
    text = say(Message::file_named, format.language(), {{"file", subject.file}});
  }
  add("contract.municipality", subject.contract.municipality);
  add("contract.provider", subject.contract.provider);
  add("contract.product", subject.contract.product);
  text = (text.empty() ? "" : text + ". ") + say(Message::period_named, format.language(),
                                                 {{"period", period_text(subject.period, format)}});
  const std::string moved = year_moved(subject, format.language());
  return moved.empty() ? text : text + ' ' + moved;
}

std::string year_moved(const core::Case& subject, Language language) {
  if (!subject.later_year) return {};
  return say(Message::year_moved, language,
             {{"year", std::to_string(core::year_of(subject.period.from))},
              {"first", std::to_string(subject.later_year->first)}});
}

}  // namespace billijk::report
