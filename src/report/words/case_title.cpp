#include "report/words/case_title.hpp"

#include "report/words/catalogue.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

/// The title, or the file where it has none.
const std::string& name_of(const core::Case& subject, Language language) {
  return subject.title.empty() ? subject.file : text_of(subject.title, language);
}

}  // namespace

std::string title_of(const core::Calculation& calculation, const Format& format) {
  const core::Case& subject = calculation.subject;
  const std::string period =
      say(Message::period_of, format.language(),
          {{"from", format.date(subject.period.from)}, {"to", format.date(subject.period.to)}});
  const std::string& title = name_of(subject, format.language());
  std::string parties;
  for (const std::string& part :
       {subject.contract.municipality, subject.contract.provider, subject.contract.product}) {
    if (!part.empty()) parties += (parties.empty() ? " " : ", ") + part;
  }
  return title + '.' + (parties.empty() ? "" : parties + '.') + ' ' + period + '.';
}

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
  add("title", name_of(subject, format.language()));
  add("contract.municipality", subject.contract.municipality);
  add("contract.provider", subject.contract.provider);
  add("contract.product", subject.contract.product);
  return text + ". " +
         say(Message::period_named, format.language(),
             {{"period", period_text(subject.period, format)}});
}

}  // namespace billijk::report
