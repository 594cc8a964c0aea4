#include "report/words/case_title.hpp"

#include "report/words/catalogue.hpp"

namespace billijk::report {

std::string title_of(const core::Calculation& calculation, const Format& format) {
  const core::Case& subject = calculation.subject;
  const std::string period =
      say(Message::period_of, format.language(),
          {{"from", format.date(subject.period.from)}, {"to", format.date(subject.period.to)}});
  std::string title = subject.title.empty() ? subject.file : subject.title;
  std::string parties;
  for (const std::string& part :
       {subject.contract.municipality, subject.contract.provider, subject.contract.product}) {
    if (!part.empty()) parties += (parties.empty() ? " " : ", ") + part;
  }
  return title + '.' + (parties.empty() ? "" : parties + '.') + ' ' + period + '.';
}

}  // namespace billijk::report
