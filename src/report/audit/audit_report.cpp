#include "report/audit/audit_report.hpp"

#include <algorithm>
#include <map>

#include "report/audit/audit_page.hpp"
#include "report/audit/audit_words.hpp"
#include "report/calc/calc_report.hpp"
#include "report/calc/grounds.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::AuditTally;
using analysis::Rule;
using analysis::Standing;
using core::Exact;

Cell count_cell(std::uint64_t count) { return Number{core::counted(count), 0}; }

class AuditText {
 public:
  AuditText(const Audit& audit, const Format& format)
      : audit_{audit},
        options_{audit.options},
        all_{audit.summary.all()},
        format_{format},
        language_{format.language()},
        words_{audit.options, format} {}

  Document run() {
    add_outcome(document_, audit_, format_);
    if (audit_.page == nullptr) {
      add_details();
      add_rule_counts();
      add_shortfall();
      add_league();
    } else {
      add_shortfall();
      add_paged_league();
      add_rule_counts();
    }
    add_groups(Message::audit_heading_regions, audit_.summary.regions());
    add_groups(Message::audit_heading_providers, audit_.summary.providers());
    if (audit_.page != nullptr) add_unfolding(document_, *audit_.page, audit_, format_);
    add_unjudged();
    add_presets();
    return std::move(document_);
  }

 private:
  Standing best() const { return standings_of(options_.scheme).front(); }
  bool is_by_union() const { return options_.scheme == analysis::Scheme::by_union; }
  std::string count(std::uint64_t number) const { return format_.number(core::counted(number), 0); }
  Column left(Message message) const { return {say(message, language_), Align::left}; }
  Column right(Message message) const { return {say(message, language_), Align::decimal}; }

  void add_details() {
    for (const analysis::AuditedContract& contract : audit_.details) {
      document_.add(Heading{name_of(contract, language_) + ": " + words_.label(contract.standing)});
      std::vector<std::string> sentences{words_.founded(contract)};
      for (std::string& text : outrun_texts(contract.outruns, contract.period, format_))
        sentences.push_back(std::move(text));
      for (std::string& text : sentences) {
        if (!text.empty()) document_.add(Paragraph{std::move(text)});
      }
      add_rails(document_, contract.rails, language_);
      add_rules(document_, contract, options_, format_, false);
    }
  }

  void add_rule_counts() {
    Table table;
    table.columns = {
        left(Message::audit_column_rule),     left(Message::audit_column_weight),
        right(Message::audit_column_pass),    right(Message::audit_column_fail),
        right(Message::audit_column_unknown), right(Message::audit_column_not_applicable)};
    std::vector<std::string> weightless;
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      if (!options_[rule].asked) continue;
      Row row{{words_.name(rule), words_.label(options_[rule].weight)}};
      for (const auto answer : {analysis::Answer::pass, analysis::Answer::fail,
                                analysis::Answer::unknown, analysis::Answer::not_applicable}) {
        row.cells.push_back(count_cell(audit_.summary.answered(rule, answer)));
      }
      table.rows.push_back(std::move(row));
      if (const std::uint64_t given = audit_.summary.weightless(rule); given > 0) {
        weightless.push_back(words_.name(rule) + " (" + count(given) + ')');
      }
    }
    document_.add(Heading{say(Message::audit_heading_rules, language_)});
    document_.add(std::move(table));
    if (!weightless.empty())
      document_.add(
          Paragraph{say(Message::audit_weightless, language_, {{"rules", joined(weightless)}})});
  }

  void add_shortfall() {
    const std::uint64_t known = all_.short_of_cost() - all_.without_volume();
    std::string text;
    if (all_.short_of_cost() == 0)
      text =
          say(all_.with_distance() == 0 ? Message::audit_no_distance : Message::audit_no_shortfall,
              language_);
    if (known > 0)
      text = say(Message::audit_shortfall, language_,
                 {{"amount", format_.money(*all_.shortfall_year())}, {"contracts", count(known)}});
    if (all_.without_volume() > 0) {
      text += (text.empty() ? "" : " ") + say(Message::audit_shortfall_unknown, language_,
                                              {{"contracts", count(all_.without_volume())}});
    }
    const std::uint64_t beside = all_.contracts() - all_.with_distance();
    if (beside > 0 && all_.with_distance() > 0)
      text += ' ' + say(Message::audit_shortfall_beside, language_, {{"contracts", count(beside)}});
    document_.add(Paragraph{std::move(text)});
  }

  /// The parties, and the id only where they repeat.
  std::string league_name(const analysis::ContractLine& line) const {
    const auto same = [&](const analysis::ContractLine& other) {
      return other.municipality == line.municipality && other.provider == line.provider;
    };
    const std::string parties = parties_of(line);
    if (parties.empty()) return id_of(line, language_);
    const bool once = std::ranges::count_if(audit_.summary.league(), same) == 1;
    return once ? parties : parties + " (" + id_of(line, language_) + ')';
  }
  void add_league() {
    const std::vector<analysis::ContractLine>& league = audit_.summary.league();
    if (league.empty()) return;
    const bool year = std::ranges::any_of(
        league, [](const analysis::ContractLine& line) { return line.distance_year.has_value(); });
    Table table;
    table.columns = {{say(Message::audit_column_contract, language_), Align::left, 2},
                     left(Message::audit_column_class),
                     right(Message::column_tariff),
                     right(Message::column_distance),
                     right(Message::column_percent)};
    if (year) table.columns.push_back(right(Message::audit_column_year));
    for (const analysis::ContractLine& line : league) {
      Row row{{league_name(line), words_.label(line.standing),
               Number{line.tariff, tariff_decimals(line.tariff)},
               Number{line.distance, visible_decimals(line.distance, 2)}}};
      Cell& percent = row.cells.emplace_back();
      if (!line.cost_price.is_zero()) {
        const Exact share = line.distance / line.cost_price * Exact{100};
        percent = Percent{share, visible_decimals(share, 2)};
      }
      if (year && line.distance_year)
        row.cells.push_back(Number{*line.distance_year, visible_decimals(*line.distance_year, 2)});
      table.rows.push_back(std::move(row));
    }
    document_.add(Heading{say(Message::audit_heading_league, language_)});
    document_.add(std::move(table));
    document_.add(Paragraph{say(Message::audit_league_base, language_)});
    if (league.size() < all_.with_distance()) {
      document_.add(
          Paragraph{say(Message::audit_league_more, language_,
                        {{"shown", count(league.size())}, {"all", count(all_.with_distance())}})});
    }
  }

  /// The same with every contract and the way to its rules, and drawn.
  void add_paged_league() {
    std::vector<IndexEntry> entries;
    entries.reserve(audit_.page->contracts.size());
    for (const PagedContract& paged : audit_.page->contracts) entries.push_back(paged.entry);
    add_scatter(document_, entries, audit_, format_);
    document_.add(Heading{say(Message::audit_heading_league, language_)});
    document_.add(index_table(entries, {.before = "#"}, words_));
    document_.add(Paragraph{say(Message::audit_league_base, language_)});
    if (entries.size() < all_.contracts())
      document_.add(
          Paragraph{say(Message::page_league_more, language_,
                        {{"shown", count(entries.size())}, {"all", count(all_.contracts())}})});
  }

  /// The groups with the largest shortfall first, then by name.
  void add_groups(Message heading, const std::map<std::string, AuditTally, std::less<>>& groups) {
    if (groups.size() == 1 && groups.begin()->first.empty()) return;
    std::vector<std::pair<Exact, const std::pair<const std::string, AuditTally>*>> order;
    order.reserve(groups.size());
    for (const auto& group : groups)
      order.emplace_back(group.second.shortfall_year().value_or(Exact{}), &group);
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.first > b.first; });
    Table table;
    table.columns = {
        left(heading),
        right(Message::audit_column_contracts),
        right(is_by_union() ? Message::audit_column_sound : Message::audit_column_sound_trade),
        right(Message::audit_column_of_own),
        right(Message::audit_column_not_judged),
        right(Message::audit_column_short_year)};
    for (const auto& [shortfall, group] : order) {
      if (audit_.shown != 0 && table.rows.size() == audit_.shown) break;
      const AuditTally& tally = group->second;
      Row row{{group->first.empty() ? say(Message::audit_nobody, language_) : group->first,
               count_cell(tally.contracts()), count_cell(tally.in(best())),
               Percent{percent_of(tally.in(best()), tally.contracts()), 1},
               count_cell(tally.in(Standing::not_judged))}};
      row.cells.push_back(tally.shortfall_year() ? short_cell(tally, shortfall) : Cell{});
      table.rows.push_back(std::move(row));
    }
    const std::size_t shown = table.rows.size();
    std::string base = say(Message::audit_groups_base, language_);
    if (shown < groups.size())
      base += ' ' + say(Message::audit_groups_more, language_,
                        {{"shown", count(shown)}, {"all", count(groups.size())}});
    table.sorts = true;
    document_.add(std::move(table));
    document_.add(Paragraph{std::move(base)});
  }

  /// At least that where of other contracts of the group nobody knows what they fall short in a
  /// year.
  Cell short_cell(const AuditTally& tally, const Exact& shortfall) const {
    const bool is_whole = tally.without_volume() == 0 && tally.with_distance() == tally.contracts();
    return Number{.value = shortfall, .decimals = 2, .at_least = !is_whole};
  }

  void add_unjudged() {
    const std::vector<analysis::UnjudgedLine>& unjudged = audit_.summary.unjudged();
    if (unjudged.empty()) return;
    Bullets bullets;
    for (const analysis::UnjudgedLine& line : unjudged) {
      std::string text = reason_of(line);
      std::vector<std::string> fails;
      fails.reserve(line.fails.size());
      for (const Rule rule : line.fails) fails.push_back(words_.name(rule));
      if (!fails.empty())
        text += say(Message::audit_unjudged_fails, language_, {{"rules", joined(fails)}});
      bullets.items.push_back(std::move(text));
    }
    document_.add(Heading{say(Message::audit_heading_unjudged, language_)});
    document_.add(std::move(bullets));
    const std::uint64_t all = audit_.summary.without_place();
    std::string text;
    if (unjudged.size() < all) {
      std::vector<std::string> counts;
      counts.reserve(audit_.summary.missing().size());
      for (const auto& [key, contracts] : audit_.summary.missing())
        counts.push_back(words_.figures({key}) + " (" + count(contracts) + ')');
      text =
          say(Message::audit_unjudged_more, language_,
              {{"shown", count(unjudged.size())}, {"all", count(all)}, {"counts", joined(counts)}});
    }
    if (const std::uint64_t fails = audit_.summary.unjudged_with_fail(); fails > 0) {
      text += (text.empty() ? "" : " ") +
              say(Message::audit_unjudged_with_fail, language_,
                  {{"unjudged", count(all_.in(Standing::not_judged))}, {"fails", count(fails)}});
    }
    if (!text.empty()) document_.add(Paragraph{std::move(text)});
  }

  std::string reason_of(const analysis::UnjudgedLine& line) const {
    const std::string missing = words_.figures(line.missing);
    if (line.troubles.empty()) {
      return say(missing.empty() ? Message::audit_unjudged_nothing : Message::audit_unjudged_line,
                 language_, {{"id", name_of(line, language_)}, {"missing", missing}});
    }
    std::string text =
        say(Message::audit_unjudged_because, language_,
            {{"id", name_of(line, language_)}, {"reasons", words_.text(line.troubles)}});
    if (!missing.empty())
      text += say(Message::audit_unjudged_also, language_, {{"missing", missing}});
    return text;
  }

  void add_presets() {
    if (audit_.presets.empty()) return;
    Bullets bullets;
    for (const AuditPreset& preset : audit_.presets) {
      constexpr std::size_t short_version = 12;
      Arguments arguments{
          {"name", preset.name},
          {"title", text_of(preset.title, language_)},
          {"version", preset.sha256.substr(0, short_version)},
          {"origin",
           say(preset.built_in ? Message::origin_built_in : Message::origin_folder, language_)}};
      if (preset.checked) arguments.emplace_back("checked", format_.date(*preset.checked));
      bullets.items.push_back(
          say(preset.checked ? Message::audit_preset : Message::audit_preset_unchecked, language_,
              arguments));
    }
    document_.add(Heading{say(Message::audit_heading_presets, language_)});
    document_.add(std::move(bullets));
    document_.add(Paragraph{say(Message::audit_preset_version, language_)});
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

Document audit_document(const Audit& audit, const Format& format) {
  return AuditText{audit, format}.run();
}

}  // namespace billijk::report
