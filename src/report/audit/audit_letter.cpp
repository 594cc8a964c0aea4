#include <algorithm>

#include "report/audit/audit_dossier.hpp"
#include "report/audit/audit_words.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Answer;
using analysis::Rule;
using core::Exact;
using core::Key;
using core::Total;

class Letter {
 public:
  Letter(const DossierCase& dossier, const Format& format)
      : dossier_{dossier},
        contract_{dossier.contract},
        format_{format},
        words_{dossier.options, format} {}

  std::string run() {
    if (dossier_.subject != nullptr) add_contract(*dossier_.subject);
    if (contract_.figures[Total::cost_price] && dossier_.subject != nullptr)
      add_cost(*dossier_.subject);
    add_certainty();
    if (fails(Rule::result_price)) add_result_price();
    std::array rules = analysis::all_rules;
    std::ranges::sort(rules, {}, place_of);
    for (const Rule rule : rules) {
      if (place_of(rule) > 0 && fails(rule)) add_rule(rule);
    }
    const std::string weakness = words_.weakness(contract_);
    if (contract_.figures[Total::cost_price] && !weakness.empty())
      add(Message::letter_weak, {{"reasons", weakness}});
    const std::vector<std::string> missing = missing_of(contract_, dossier_.options);
    if (contract_.standing == analysis::Standing::not_judged)
      add(Message::letter_unjudged, {{"missing", words_.figures(missing)}});
    return std::move(text_);
  }

 private:
  void add(Message message, const Arguments& arguments = {}) {
    text_ += (text_.empty() ? "" : " ") + say(message, format_.language(), arguments);
  }
  static int place_of(Rule rule) { return facts_of(rule).letter; }
  bool fails(Rule rule) const {
    return dossier_.options[rule].asked && contract_[rule].answer == Answer::fail;
  }
  std::string hourly() const {
    return format_.money(*contract_.figures.tariff, tariff_decimals(*contract_.figures.tariff));
  }

  void add_contract(const core::Case& subject) {
    const core::Contract& contract = subject.contract;
    if (!subject.number(Key::tariff)) return;
    const core::Decimal& tariff = subject.number(Key::tariff)->value;
    const std::string stated = say(
        Message::audit_tariff_of, format_.language(),
        {{"amount", format_.money(Exact{tariff}, std::max(2, tariff.scale()))},
         {"unit", label_of(contract_.unit.value_or(core::TariffUnit::hour), format_.language())}});
    const std::string product = contract.product.empty()
                                    ? say(Message::letter_product, format_.language())
                                    : contract.product;
    if (contract.municipality.empty() || contract.provider.empty()) {
      add(Message::letter_contract, {{"id", name_of(contract_, format_.language())},
                                     {"product", product},
                                     {"tariff", stated}});
    } else {
      add(Message::letter_between, {{"municipality", contract.municipality},
                                    {"provider", contract.provider},
                                    {"product", product},
                                    {"tariff", stated}});
    }
    if (contract.start && contract.end)
      add(Message::letter_term,
          {{"start", format_.date(*contract.start)}, {"end", format_.date(*contract.end)}});
  }

  void add_cost(const core::Case& subject) {
    const Exact& cost = *contract_.figures[Total::cost_price];
    Arguments arguments{{"cost", format_.money(cost, std::max(2, tariff_decimals(cost)))},
                        {"from", format_.date(subject.period.from)},
                        {"to", format_.date(subject.period.to)}};
    if (subject.is_given()) {
      const std::vector<std::string>& sources = subject.number(Key::given_cost_price)->source;
      arguments.emplace_back("source", sources.empty()
                                           ? say(Message::no_source_text, format_.language())
                                           : joined(sources));
      add(Message::letter_cost_given, arguments);
    } else {
      add(Message::letter_cost, arguments);
    }
    if (!contract_.distance) return;
    if (contract_.distance->sign() >= 0) return add(Message::letter_pass, {{"hourly", hourly()}});
    const Exact shortfall = *contract_.shortfall();
    const Exact percent = contract_.shortfall_share().value_or(Exact{});
    add(Message::letter_cost_price,
        {{"found", hourly()},
         {"short", format_.money(shortfall, visible_decimals(shortfall, 2))},
         {"percent", format_.number(percent, visible_decimals(percent, 2))}});
    if (const std::optional<Exact> year = contract_.shortfall_year()) {
      add(Message::letter_year, {{"volume", format_.shortest(*contract_.volume)},
                                 {"year", format_.money(*year, visible_decimals(*year, 2))}});
    }
  }

  /// What the figures are worth: their ranges, and how many are provisional.
  void add_certainty() {
    const std::optional<core::Verdict> verdict = verdict_on(dossier_);
    if (!verdict) return;
    const std::optional<core::Boundary>& cost = (*dossier_.calculation)[Total::cost_price];
    if (cost->low && verdict->is_certainly(core::Side::below, Total::cost_price)) {
      const Exact low = round(*cost->low, dossier_.calculation->ways().rounding);
      add(Message::letter_certainly_low,
          {{"boundary", format_.money(low, std::max(2, tariff_decimals(low)))}});
    }
    for (const Total total : {Total::wage_floor, Total::cost_price}) {
      const std::optional<core::Boundary>& boundary = (*dossier_.calculation)[total];
      if (!boundary || !boundary->low || !boundary->high || *boundary->low == *boundary->high)
        continue;
      add(Message::letter_range,
          {{"boundary", the(total, format_.language())},
           {"low", format_.money(*boundary->low, tariff_decimals(*boundary->low))},
           {"high", format_.money(*boundary->high, tariff_decimals(*boundary->high))}});
    }
    if (!verdict->provisional.empty())
      add(Message::letter_provisional, {{"count", std::to_string(verdict->provisional.size())}});
  }

  void add_result_price() {
    const analysis::RuleAnswer& answer = contract_[Rule::result_price];
    if (answer.mend->message == "result_price_unstated") {
      const bool volume =
          std::get<std::string>(answer.mend->arguments.front().second) == path_of(Key::volume);
      const Message what = volume ? Message::letter_lacks_volume : Message::letter_lacks_norm_hours;
      add(Message::letter_result_price_unstated, {{"what", say(what, format_.language())}});
    } else {
      add_rule(Rule::result_price);
    }
  }
  void add_rule(Rule rule) {
    const analysis::RuleAnswer& answer = contract_[rule];
    Arguments arguments{{"found", words_.text(answer.found, rule)},
                        {"required", words_.text(answer.required, rule)}};
    if (rule == Rule::elements)
      arguments.emplace_back("letters",
                             std::get<std::string>(answer.mend->arguments.front().second));
    add(*message_named("letter_" + std::string{facts_of(rule).id}), arguments);
  }

  const DossierCase& dossier_;
  const analysis::AuditedContract& contract_;
  const Format& format_;
  AuditWords words_;
  std::string text_;
};

}  // namespace

std::string letter_of(const DossierCase& dossier, const Format& format) {
  return Letter{dossier, format}.run();
}

}  // namespace billijk::report
