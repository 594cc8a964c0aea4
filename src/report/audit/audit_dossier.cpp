#include "report/audit/audit_dossier.hpp"

#include <algorithm>

#include "analysis/audit/audit_rules.hpp"
#include "core/inputs.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/calc/calc_report.hpp"
#include "report/calc/certainty.hpp"
#include "report/calc/explain.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Answer;
using analysis::Rule;
using analysis::Standing;
using core::Exact;
using core::Key;
using core::Total;

class DossierText {
 public:
  DossierText(const DossierCase& dossier, const Format& format)
      : dossier_{dossier},
        contract_{dossier.contract},
        unit_{contract_.unit.value_or(core::TariffUnit::hour)},
        options_{dossier.options},
        format_{format},
        language_{format.language()},
        words_{options_, format},
        verdict_{verdict_on(dossier)} {}

  Document run() {
    document_.add(Headline{name_of(contract_, format_.language())});
    add_in_short();
    heading(Message::dossier_heading_letter);
    document_.add(Paragraph{letter_of(dossier_, format_)});
    heading(Message::dossier_heading_rules);
    add_rules(document_, contract_, options_, format_, true);
    if (dossier_.calculation != nullptr) add_sheet();
    heading(Message::dossier_heading_made);
    document_.add(Paragraph{say(Message::dossier_made, language_,
                                {{"program", dossier_.program.name},
                                 {"version", dossier_.program.version},
                                 {"as_of", format_.date(options_.as_of)},
                                 {"file", dossier_.from}})});
    document_.add(Paragraph{say(Message::dossier_words, language_)});
    return std::move(document_);
  }

 private:
  void heading(Message message) { document_.add(Heading{say(message, language_)}); }
  std::string money(const Exact& amount) const {
    return format_.money(amount, tariff_decimals(amount));
  }
  std::string money(Total total) const {
    return contract_.figures[total] ? money(*contract_.figures[total]) : std::string{};
  }

  /// What is paid, what should be, by which article, from which sources, how sure.
  void add_in_short() {
    heading(Message::dossier_heading_short);
    add(say(Message::dossier_outcome, language_,
            {{"class", words_.described(contract_.standing)}}));
    if (!dossier_.settings.empty())
      add(say(Message::audit_settings, language_, {{"settings", joined(dossier_.settings)}}));
    add(words_.founded(contract_));
    add(words_.changes());
    add(paid());
    add(should());
    if (contract_.figures[Total::cost_price] && fails(Rule::scale_step))
      add(resting_on(Rule::scale_step, Message::dossier_low_wage));
    if (contract_.figures[Total::cost_price] && fails(Rule::legal_minimum))
      add(resting_on(Rule::legal_minimum, Message::dossier_below_law));
    if (contract_.distance && contract_.distance->sign() < 0) add(shortfall());
    add(mending());
    add_verdict();
    if (dossier_.calculation != nullptr) add(sources());
    if (verdict_) {
      add(say(Message::dossier_sure, language_,
              {{"certainty", certainty_of(*dossier_.calculation, *verdict_, {}, format_)}}));
    }
    document_.add(std::move(bullets_));
  }
  void add(std::string text) {
    if (!text.empty()) bullets_.items.push_back(std::move(text));
  }
  std::string paid() const {
    if (dossier_.subject == nullptr || !dossier_.subject->number(Key::tariff)) {
      return say(Message::dossier_paid_unknown, language_,
                 {{"reasons", reasons({std::string{path_of(Key::tariff)}})}});
    }
    const core::Decimal& tariff = dossier_.subject->number(Key::tariff)->value;
    const std::string stated =
        say(Message::audit_tariff_of, language_,
            {{"amount", format_.money(Exact{tariff}, std::max(2, tariff.scale()))},
             {"unit", label_of(unit_, language_)}});
    if (!contract_.figures.tariff) {
      return say(Message::dossier_paid_no_hour, language_,
                 {{"tariff", stated},
                  {"reasons", reasons({std::string{path_of(*core::divisor_of(unit_))}})}});
    }
    if (unit_ == core::TariffUnit::hour)
      return say(Message::dossier_paid, language_, {{"tariff", stated}});
    return say(Message::dossier_paid_hour, language_,
               {{"tariff", stated}, {"hourly", money(*contract_.figures.tariff)}});
  }
  std::string should() const {
    if (!contract_.figures[Total::cost_price])
      return say(Message::dossier_should_unknown, language_, {{"reasons", reasons({})}});
    const Exact& cost = *contract_.figures[Total::cost_price];
    const std::optional<Exact>& floor = contract_.figures[Total::wage_floor];
    Arguments arguments{{"least", money(floor ? core::max(*floor, cost) : cost)},
                        {"floor", money(Total::wage_floor)},
                        {"cost", money(cost)},
                        {"ceiling", money(Total::ceiling)}};
    if (dossier_.subject == nullptr || !dossier_.subject->is_given())
      return say(Message::dossier_should, language_, arguments);
    const std::vector<std::string>& given = dossier_.subject->number(Key::given_cost_price)->source;
    arguments.emplace_back("source",
                           given.empty() ? say(Message::no_source_text, language_) : joined(given));
    return say(Message::dossier_should_given, language_, arguments);
  }
  /// What the figures rest on that may not be so.
  std::string resting_on(Rule rule, Message message) const {
    const analysis::RuleAnswer& answer = contract_[rule];
    return say(message, language_,
               {{"found", words_.text(answer.found, rule)},
                {"required", words_.text(answer.required, rule)}});
  }
  std::string visible(const Exact& number) const {
    return format_.number(number, visible_decimals(number, 2));
  }
  std::string shortfall() const {
    const Exact hour = *contract_.shortfall();
    const int decimals = visible_decimals(hour, 2);
    const std::string amount = format_.money(hour, decimals);
    Arguments arguments{{"hour", core::is_written_by(hour, decimals)
                                     ? amount
                                     : say(Message::about, language_, {{"amount", amount}})},
                        {"percent", visible(contract_.shortfall_share().value_or(Exact{}))}};
    const std::optional<Exact> year = contract_.shortfall_year();
    if (!year) return say(Message::dossier_short, language_, arguments);
    arguments.emplace_back("volume", format_.shortest(*contract_.volume));
    arguments.emplace_back("year", format_.money(*year, visible_decimals(*year, 2)));
    return say(Message::dossier_short_year, language_, arguments);
  }
  bool fails(Rule rule) const {
    return options_[rule].asked && contract_[rule].answer == Answer::fail;
  }
  std::string mending() const {
    const bool low = fails(Rule::wage_floor) || fails(Rule::cost_price) ||
                     fails(Rule::subcontractor) || fails(Rule::result_price);
    if (low && contract_.mending) {
      const analysis::TariffAmount tariff{*contract_.mending, unit_};
      return say(is_above_ceiling() ? Message::dossier_mended_above : Message::dossier_mended,
                 language_, {{"tariff", words_.text(tariff)}});
    }
    if (!fails(Rule::ceiling)) return {};
    const auto& arguments = contract_[Rule::ceiling].mend->arguments;
    if (arguments.empty()) return {};
    return say(
        Message::dossier_lower, language_,
        {{"tariff", words_.text(std::get<analysis::TariffAmount>(arguments.front().second))}});
  }
  /// Whether what a subcontractor needs would be air for everybody else.
  bool is_above_ceiling() const {
    const core::Calculation* calculation = dossier_.calculation;
    const std::optional<Exact>& ceiling = contract_.figures[Total::ceiling];
    if (calculation == nullptr || !ceiling) return false;
    const core::Case& subject = calculation->subject;
    return core::per_hour(*contract_.mending, unit_, Exact{subject.value(Key::norm_hours)},
                          Exact{subject.value(Key::volume)}) > *ceiling;
  }

  void add_verdict() {
    std::vector<std::string> rules;
    std::vector<std::string> references;
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      if (!fails(rule)) continue;
      rules.push_back(words_.name(rule) + " (" + words_.label(options_[rule].weight) + ')');
      add_each(references, words_.reference(rule));
    }
    const Message none = contract_.standing == Standing::not_judged
                             ? Message::dossier_no_known_fails
                             : Message::dossier_no_fails;
    add(rules.empty() ? say(none, language_)
                      : say(Message::dossier_fails, language_, {{"rules", joined(rules)}}));
    std::string list;
    for (const std::string& reference : references) list += (list.empty() ? "" : "; ") + reference;
    if (!list.empty()) add(say(Message::dossier_articles, language_, {{"references", list}}));
    if (contract_.standing == Standing::not_judged) {
      add(say(Message::dossier_unjudged, language_,
              {{"reasons", reasons(missing_of(contract_, options_))}}));
    }
  }
  /// The parts of a reference, each once.
  static void add_each(std::vector<std::string>& references, std::string_view reference) {
    constexpr std::string_view separator = "; ";
    while (!reference.empty()) {
      const std::string part{reference.substr(0, reference.find(separator))};
      reference.remove_prefix(std::min(part.size() + separator.size(), reference.size()));
      if (std::ranges::find(references, part) == references.end()) references.push_back(part);
    }
  }
  /// What is wrong with the contract, and which of these keys are missing besides.
  std::string reasons(std::vector<std::string> missing) const {
    std::string text = words_.text(contract_.troubles);
    const std::vector<std::string> explained = analysis::rules::lacking(contract_.troubles);
    std::erase_if(missing, [&](const std::string& key) {
      return std::ranges::find(explained, key) != explained.end();
    });
    if (!missing.empty())
      text += (text.empty() ? "" : "; ") +
              say(Message::dossier_lacks, language_, {{"missing", words_.figures(missing)}});
    return text;
  }
  std::string sources() const {
    std::size_t all = 0;
    std::size_t with = 0;
    for (const core::UsedInput& input : dossier_.calculation->inputs) {
      const bool counts = input.grade && core::rests_on(input, unit_) &&
                          input.key != path_of(Key::tariff) &&
                          input.key != path_of(Key::rounding_step);
      if (!counts) continue;
      ++all;
      if (!input.source.empty()) ++with;
    }
    const auto& tariff = dossier_.calculation->subject.number(Key::tariff);
    const bool tariff_has = tariff && !tariff->source.empty();
    return say(
        Message::dossier_sources, language_,
        {{"with", std::to_string(with)},
         {"all", std::to_string(all)},
         {"tariff", say(tariff_has ? Message::dossier_with_source : Message::dossier_without_source,
                        language_)}});
  }

  /// What check or calc says of the case, its headline as a sentence; then every input.
  void add_sheet() {
    heading(Message::dossier_heading_sheet);
    const core::Calculation& calculation = *dossier_.calculation;
    Document sheet =
        verdict_ ? check_document(calculation, {.verdict = *verdict_, .pays_for = {}}, {}, format_)
                 : calc_document(calculation, {}, format_);
    for (Block& block : sheet.blocks) {
      if (auto* headline = std::get_if<Headline>(&block)) {
        document_.add(Paragraph{std::move(headline->text)});
      } else {
        document_.add(std::move(block));
      }
    }
    heading(Message::heading_sources);
    document_.add(sources_of(calculation, format_));
  }

  const DossierCase& dossier_;
  const analysis::AuditedContract& contract_;
  core::TariffUnit unit_;
  const analysis::AuditOptions& options_;
  const Format& format_;
  Language language_;
  AuditWords words_;
  std::optional<core::Verdict> verdict_;
  Bullets bullets_;
  Document document_;
};

}  // namespace

std::optional<core::Verdict> verdict_on(const DossierCase& dossier) {
  if (dossier.calculation == nullptr || !dossier.contract.figures.zone) return std::nullopt;
  const core::TariffUnit unit = dossier.contract.unit.value_or(core::TariffUnit::hour);
  core::Checked<core::Verdict> verdict =
      give_verdict(*dossier.calculation, {dossier.calculation->subject.value(Key::tariff), unit});
  if (!verdict) return std::nullopt;
  return std::move(*verdict);
}

Document dossier_document(const DossierCase& dossier, const Format& format) {
  return DossierText{dossier, format}.run();
}

}  // namespace billijk::report
