#include "report/audit/audit_page.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/calc/grounds.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::AuditTally;
using analysis::Standing;
using core::Exact;

class OutcomeText {
 public:
  OutcomeText(const Audit& audit, const Format& format)
      : audit_{audit},
        options_{audit.options},
        all_{audit.summary.all()},
        format_{format},
        language_{format.language()},
        words_{audit.options, format} {}

  std::vector<Block> run() {
    add_headline();
    add_classes();
    add_foundations();
    return std::move(document_.blocks);
  }

 private:
  std::string count(std::uint64_t number) const { return format_.number(core::counted(number), 0); }
  Column left(Message message) const { return {say(message, language_), Align::left}; }
  Column right(Message message) const { return {say(message, language_), Align::decimal}; }

  bool is_by_union() const { return options_.scheme == analysis::Scheme::by_union; }
  Standing best() const { return standings_of(options_.scheme).front(); }
  /// The class of the only contract.
  Standing only() const {
    for (const Standing standing : standings_of(options_.scheme)) {
      if (all_.in(standing) > 0) return standing;
    }
    return Standing::not_judged;
  }
  Message headline(bool by_all_rules) const {
    if (all_.contracts() != 1) {
      if (!is_by_union()) return Message::audit_headline_trade;
      return by_all_rules ? Message::audit_headline_union : Message::audit_headline_part;
    }
    if (!is_by_union() || only() != best()) return Message::audit_headline_one;
    return by_all_rules ? Message::audit_headline_one_sound : Message::audit_headline_one_part;
  }

  void add_headline() {
    const std::uint64_t sound = all_.in(best());
    const Arguments arguments{{"sound", count(sound)},
                              {"contracts", count(all_.contracts())},
                              {"percent", format_.number(percent_of(sound, all_.contracts()), 1)},
                              {"class", words_.described(only())}};
    const std::string changes = words_.changes();
    document_.add(Headline{say(headline(changes.empty()), language_, arguments),
                           sound == all_.contracts() ? Tone::good : Tone::bad});
    std::string intro =
        say(Message::audit_intro, language_,
            {{"as_of", format_.date(options_.as_of)}, {"contracts", count(all_.contracts())}});
    if (!audit_.settings.empty())
      intro +=
          ' ' + say(Message::audit_settings, language_, {{"settings", joined(audit_.settings)}});
    if (!changes.empty()) intro += ' ' + changes;
    document_.add(Paragraph{std::move(intro)});
  }

  void add_classes() {
    Table table;
    table.columns = {left(Message::audit_column_class), right(Message::audit_column_contracts),
                     right(Message::audit_column_of_all)};
    const auto add = [&](Standing standing) {
      table.rows.push_back(
          {.cells = {words_.described(standing), Number{core::counted(all_.in(standing)), 0},
                     Percent{percent_of(all_.in(standing), all_.contracts()), 1}}});
    };
    for (const Standing standing : standings_of(options_.scheme)) add(standing);
    add(Standing::not_judged);
    add_classes_figure(document_, audit_, format_);
    document_.add(std::move(table));
    if (audit_.page != nullptr && audit_.page->map != nullptr)
      add_map(document_, *audit_.page->map, audit_, format_);
  }

  /// How well the contracts are founded, which is no matter of their class.
  void add_foundations() {
    const std::uint64_t strong = all_.founded(analysis::EvidenceGrade::strong);
    const std::uint64_t weak = all_.founded(analysis::EvidenceGrade::weak);
    std::string text;
    if (strong + weak > 0)
      text = say(Message::audit_evidence_counts, language_,
                 {{"strong", count(strong)}, {"weak", count(weak)}});
    if (all_.provisional() > 0)
      text += (text.empty() ? "" : " ") + say(Message::audit_provisional_count, language_,
                                              {{"count", count(all_.provisional())}});
    if (all_.with_rails() > 0)
      text += (text.empty() ? "" : " ") +
              say(Message::audit_rails_count, language_, {{"count", count(all_.with_rails())}});
    if (!text.empty()) document_.add(Paragraph{std::move(text)});
    add_seen_rails();
  }
  /// Each once, with the first contract it is about.
  void add_seen_rails() {
    Bullets list;
    for (const auto& [key, rail] : audit_.summary.rails()) {
      std::string text = name_of(rail, language_) + ": " + rail_text(rail.said, language_);
      if (rail.contracts > 1)
        text += say(Message::audit_rail_contracts, language_, {{"count", count(rail.contracts)}});
      list.items.push_back(std::move(text));
    }
    if (!list.items.empty()) document_.add(std::move(list));
  }

  const Audit& audit_;
  const analysis::AuditOptions& options_;
  const AuditTally& all_;
  const Format& format_;
  Language language_;
  AuditWords words_;
  Document document_;
};

}  // namespace

Exact percent_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? Exact{} : Exact{100} * core::counted(part) / core::counted(whole);
}

void add_outcome(Document& document, const Audit& audit, const Format& format) {
  for (Block& block : OutcomeText{audit, format}.run()) document.add(std::move(block));
}

}  // namespace billijk::report
