#include "report/audit/audit_page.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/audit/audit_words.hpp"
#include "report/calc/calc_report.hpp"
#include "report/calc/grounds.hpp"

namespace billijk::report {
namespace {

using analysis::Standing;

Shade shade_of(Standing standing) {
  switch (standing) {
    case Standing::green:
    case Standing::margin:
      return Shade::good;
    case Standing::amber:
    case Standing::break_even:
      return Shade::middle;
    case Standing::red:
    case Standing::loss:
      return Shade::bad;
    case Standing::not_judged:
      break;
  }
  return Shade::unknown;
}

/// The classes of a run, the best first, and those that are in none.
std::vector<Standing> classes_of(const Audit& audit) {
  const auto classes = standings_of(audit.options.scheme);
  std::vector<Standing> all{classes.begin(), classes.end()};
  all.push_back(Standing::not_judged);
  return all;
}

/// What the shades that are drawn stand for.
std::vector<std::pair<Shade, std::string>> legend_of(const std::set<Shade>& drawn,
                                                     const Audit& audit, const AuditWords& words) {
  std::vector<std::pair<Shade, std::string>> legend;
  for (const Standing standing : classes_of(audit)) {
    if (drawn.contains(shade_of(standing)))
      legend.emplace_back(shade_of(standing), words.label(standing));
  }
  return legend;
}

std::string contracts_text(std::uint64_t contracts, const Format& format) {
  return say(contracts == 1 ? Message::page_contract : Message::page_contracts, format.language(),
             {{"count", format.number(core::counted(contracts), 0)}});
}

/// "2 contracts: 1 green, 1 red".
std::string counts_of(const analysis::AuditTally& tally, const Audit& audit,
                      const AuditWords& words, const Format& format) {
  std::string counts;
  for (const Standing standing : classes_of(audit)) {
    if (tally.in(standing) == 0) continue;
    counts += (counts.empty() ? "" : ", ") + format.number(core::counted(tally.in(standing)), 0) +
              ' ' + words.label(standing);
  }
  return contracts_text(tally.contracts(), format) + ": " + counts;
}

/// What stands on no map.
std::vector<std::string> unplaced(const AuditMap& map, const Format& format) {
  std::vector<std::string> items;
  items.reserve(map.join.beside.size());
  for (const auto& [name, tally] : map.join.beside)
    items.push_back((name.empty() ? say(Message::page_no_municipality, format.language()) : name) +
                    " (" + contracts_text(tally.contracts(), format) + ')');
  return items;
}

}  // namespace

void name_paged(std::vector<PagedContract>& contracts, Language language) {
  std::map<std::string, std::size_t> times;
  for (const PagedContract& paged : contracts) ++times[parties_of(paged.contract)];
  for (PagedContract& paged : contracts) {
    const std::string parties = parties_of(paged.contract);
    std::string& name = paged.entry.name;
    name = id_of(paged.contract, language);
    if (parties.empty()) continue;
    if (times[parties] == 1) {
      name = parties;
    } else {
      name.insert(0, " (").insert(0, parties).append(")");
    }
  }
}

void add_classes_figure(Document& document, const Audit& audit, const Format& format) {
  const AuditWords words{audit.options, format};
  const analysis::AuditTally& all = audit.summary.all();
  Classes classes;
  for (const Standing standing : classes_of(audit))
    classes.classes.push_back({.name = words.label(standing),
                               .shade = shade_of(standing),
                               .count = all.in(standing),
                               .share = {percent_of(all.in(standing), all.contracts()), 1}});
  document.add(Figure{.chart = std::move(classes),
                      .title = say(Message::chart_classes, format.language()),
                      .sentence = say(Message::chart_classes_says, format.language(),
                                      {{"contracts", contracts_text(all.contracts(), format)}}),
                      .seen_only = true});
}

void add_map(Document& document, const AuditMap& map, const Audit& audit, const Format& format) {
  const AuditWords words{audit.options, format};
  const Language language = format.language();
  Map drawn = map.drawn;
  drawn.none = say(Message::page_no_contract, language);
  Table table;
  table.columns = {{say(Message::page_municipality, language)},
                   {say(Message::audit_column_class, language)},
                   {say(Message::audit_column_contracts, language), Align::decimal}};
  std::set<Shade> shades;
  std::uint64_t without = 0;
  for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
    Map::Shape& shape = drawn.shapes[i];
    const std::optional<analysis::AuditTally>& tally = map.join.areas[i];
    if (!tally) {
      ++without;
      shape.name += ": " + drawn.none;
      continue;
    }
    const Standing worst = worst_of(*tally, audit.options.scheme);
    shape.shade = shade_of(worst);
    shades.insert(*shape.shade);
    table.rows.push_back(
        {{shape.name, words.label(worst), Number{core::counted(tally->contracts()), 0}}});
    shape.name += ": " + counts_of(*tally, audit, words, format);
  }
  std::ranges::stable_sort(table.rows, {},
                           [](const Row& row) { return std::get<std::string>(row.cells.front()); });
  drawn.classes = legend_of(shades, audit, words);
  if (without == 0) drawn.none.clear();
  document.add(Figure{.chart = std::move(drawn),
                      .title = say(Message::chart_map, language),
                      .sentence = say(Message::chart_map_says, language, {{"key", map.join.key}}),
                      .table = std::move(table),
                      .seen_only = true});
  std::vector<std::string> items = unplaced(map, format);
  if (items.empty()) return;
  document.add(Paragraph{say(Message::page_not_on_map, language, {{"key", map.join.key}})});
  document.add(Bullets{std::move(items)});
}

void add_scatter(Document& document, const std::vector<IndexEntry>& entries, const Audit& audit,
                 const Format& format) {
  constexpr std::size_t most = 2000;
  const AuditWords words{audit.options, format};
  const Language language = format.language();
  Scatter scatter{.across = say(Message::chart_scatter_across, language),
                  .up = say(Message::chart_scatter_up, language),
                  .equal = say(Message::chart_scatter_equal, language),
                  .above = say(Message::chart_scatter_above, language),
                  .below = say(Message::chart_scatter_below, language),
                  .classes = {},
                  .dots = {}};
  std::set<Shade> shades;
  for (const IndexEntry& entry : entries) {
    if (!entry.line || scatter.dots.size() == most) continue;
    const analysis::ContractLine& line = *entry.line;
    shades.insert(shade_of(entry.standing));
    scatter.dots.push_back(
        {.name = say(Message::chart_scatter_dot, language,
                     {{"name", entry.name},
                      {"tariff", format.money(line.tariff, tariff_decimals(line.tariff))},
                      {"cost", format.money(line.cost_price, tariff_decimals(line.cost_price))},
                      {"class", words.label(entry.standing)}}),
         .shade = shade_of(entry.standing),
         .across = line.cost_price,
         .up = line.tariff});
  }
  if (scatter.dots.size() < 2) return;  // one is nothing to compare
  scatter.classes = legend_of(shades, audit, words);
  std::string sentence = say(Message::chart_scatter_says, language);
  if (const std::uint64_t all = audit.summary.all().with_distance(); scatter.dots.size() < all)
    sentence += ' ' + say(Message::chart_scatter_some, language,
                          {{"shown", format.number(core::counted(scatter.dots.size()), 0)},
                           {"all", format.number(core::counted(all), 0)}});
  document.add(Figure{.chart = std::move(scatter),
                      .title = say(Message::chart_scatter, language),
                      .sentence = std::move(sentence),
                      .seen_only = true});
}

void add_unfolding(Document& document, const AuditPage& page, const Audit& audit,
                   const Format& format) {
  if (page.contracts.empty()) return;
  const AuditWords words{audit.options, format};
  document.add(Heading{say(Message::page_heading_contracts, format.language())});
  if (page.contracts.size() > 1)
    document.add(Paragraph{say(Message::page_contracts_says, format.language())});
  for (const PagedContract& paged : page.contracts) {
    const analysis::AuditedContract& contract = paged.contract;
    document.add(Heading{.text = paged.entry.name + ": " + words.label(contract.standing),
                         .small = true,
                         .folded = page.contracts.size() > 1,
                         .anchor = paged.entry.stem});
    std::vector<std::string> sentences{words.text(contract.troubles), words.founded(contract)};
    for (std::string& text : outrun_texts(contract.outruns, contract.period, format))
      sentences.push_back(std::move(text));
    for (std::string& text : sentences) {
      if (!text.empty()) document.add(Paragraph{std::move(text)});
    }
    add_rails(document, contract.rails, format.language());
    add_rules(document, contract, audit.options, format, false);
  }
}

}  // namespace billijk::report
