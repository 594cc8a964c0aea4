#include "io/case/schema.hpp"

#include <algorithm>

#include "core/case/choices.hpp"

namespace billijk::io {
namespace {

using core::KeyFacts;

template <class E>
Entry choice(std::string_view path) {
  return {.path = path, .kind = Kind::choice, .choices = core::choice_words<E>};
}
Entry choice(core::Choice choice) {
  return {.path = facts_of(choice).path, .kind = Kind::choice, .choices = facts_of(choice).words};
}
Entry text(std::string_view path) { return {.path = path, .kind = Kind::text}; }
Entry of(std::string_view path, Kind kind) { return {.path = path, .kind = kind}; }
Entry number(std::string_view path, const KeyFacts& facts) {
  return {.path = path, .kind = Kind::number, .facts = &facts};
}

Entry growth(std::string_view path) {
  return {.path = path, .kind = Kind::growth, .facts = &core::growth_facts};
}
Entry list(std::string_view path, Kind kind, const KeyFacts& facts) {
  return {.path = path, .kind = kind, .facts = &facts};
}
Entry market_figure(core::MarketFigure figure) {
  return number(facts_of(figure).path, facts_of(figure));
}
Entry items(std::string_view path, const std::vector<Entry>& inside) {
  return {.path = path, .kind = Kind::items, .inside = &inside};
}

constexpr std::array<std::string_view, 5> element_words{"a", "b", "c", "d", "f"};

/// Tables in the order in which people write them; keys of one table stay together.
constexpr std::array<std::string_view, 23> table_order{
    "schema",           "title",      "extends", "period",   "wage",     "supplements",
    "employer_charges", "hours",      "travel",  "training", "overhead", "obligations",
    "margin",           "indexation", "band",    "rounding", "line",     "contract",
    "forecast",         "market",     "result",  "derived",  "audit"};

std::size_t rank(const Entry& entry) {
  const std::string_view table = entry.path.substr(0, entry.path.find('.'));
  return static_cast<std::size_t>(std::ranges::find(table_order, table) - table_order.begin());
}

std::vector<Entry> make_case_entries() {
  std::vector<Entry> entries{
      text("schema"),
      of("title", Kind::language_text),
      text("extends"),
      of("period.from", Kind::date),
      of("period.to", Kind::date),
      text("wage.scale"),
      of("wage.mix", Kind::mix),
      text("wage.minimum_wage"),
      text("employer_charges.social.preset"),
      of("indexation.price_level", Kind::year),
      list("indexation.percent", Kind::numbers, core::index_facts),
      text("indexation.series"),
      choice<core::CatchUp>("indexation.catch_up"),
      items("line", line_entries()),
      text("contract.municipality"),
      text("contract.provider"),
      text("contract.product"),
      growth("forecast.wages"),
      growth("forecast.prices"),
      growth("forecast.volume"),
      of("forecast.rise_on", Kind::month_day),
      of("forecast.series", Kind::kinds),
      market_figure(core::MarketFigure::volume),
      list("market.providers", Kind::wholes, core::providers_facts),
      list("market.shares", Kind::numbers, core::market_share_facts),
      market_figure(core::MarketFigure::provider_contract),
      market_figure(core::MarketFigure::municipality_contract),
      market_figure(core::MarketFigure::municipality_fixed),
      choice<core::MarketTravel>("market.travel"),
      list("market.reference_providers", Kind::whole, core::providers_facts),
      market_figure(core::MarketFigure::lead_fee),
      market_figure(core::MarketFigure::lead_contract),
      text("result.preset"),
      items("result.profiles", profile_entries()),
      items("derived", derived_entries()),
      text("audit.scale"),
      text("audit.norm_hours"),
  };
  for (const core::Choice word : core::all_choices) entries.push_back(choice(word));
  entries.insert(entries.end(),
                 {text("employer_charges.pension.preset"), of("contract.start", Kind::date),
                  of("contract.end", Kind::date), of("contract.indexation", Kind::clause)});
  for (const KeyFacts& facts : core::key_table::facts) entries.push_back(number(facts.path, facts));
  std::ranges::stable_sort(entries, {}, rank);
  return entries;
}

}  // namespace

const std::vector<Entry>& case_entries() {
  static const std::vector<Entry> entries = make_case_entries();
  return entries;
}

const std::vector<Entry>& line_entries() {
  static const std::vector<Entry> entries{
      text("key"),
      text("label"),
      {.path = "element", .kind = Kind::choice, .choices = element_words},
      number("amount", amount_facts),
      choice<core::LinePer>("per"),
      number("percent", percent_facts),
      choice<core::LineBase>("of"),
  };
  return entries;
}

const std::vector<Entry>& derived_entries() {
  static const std::vector<Entry> entries{
      text("key"),
      text("label"),
      number("percent", derived_facts),
      choice<core::DerivedBase>("of"),
      choice<core::LeastPrice>("at_least"),
  };
  return entries;
}

const std::vector<Entry>& profile_entries() {
  static const std::vector<Entry> entries{
      text("label"),
      number("share", core::profile_share_facts),
      list("modules", Kind::counts, core::count_facts),
  };
  return entries;
}

const std::vector<Entry>& clause_entries() {
  static const std::vector<Entry> entries{
      text("series"),
      number("percent", index_facts),
      number("cap", index_facts),
      choice<core::CatchUp>("catch_up"),
      {.path = "lag", .kind = Kind::whole, .facts = &lag_facts},
      of("first_year", Kind::year),
      of("none", Kind::flag),
  };
  return entries;
}

const Entry* find_entry(const std::vector<Entry>& entries, std::string_view path) {
  const auto found = std::ranges::find(entries, path, &Entry::path);
  return found == entries.end() ? nullptr : &*found;
}

bool is_table_path(const std::vector<Entry>& entries, std::string_view path) {
  return std::ranges::any_of(entries, [&](const Entry& entry) {
    return entry.path.size() > path.size() && entry.path.starts_with(path) &&
           entry.path[path.size()] == '.';
  });
}

std::vector<std::string> paths_of(const std::vector<Entry>& entries) {
  std::vector<std::string> paths;
  paths.reserve(entries.size());
  for (const Entry& entry : entries) paths.emplace_back(entry.path);
  return paths;
}

std::optional<SharePath> share_path(std::string_view path) {
  constexpr std::string_view mix = "wage.mix.";
  if (!path.starts_with(mix)) return std::nullopt;
  SharePath result{.step = std::string{path.substr(mix.size())}, .part = {}};
  const std::size_t dot = result.step.rfind('.');
  const std::string part = dot == std::string::npos ? "" : result.step.substr(dot + 1);
  if (part == "wage" || std::ranges::find(number_parts, part) != number_parts.end()) {
    result.part = part;
    result.step.resize(dot);
  }
  return result.step.empty() ? std::nullopt : std::optional{std::move(result)};
}

namespace {

const Entry* find_settable(std::string_view path) {
  static const Entry share = number("wage.mix", mix_facts);
  constexpr std::string_view clause = "contract.indexation.";
  if (const Entry* entry = find_entry(case_entries(), path)) return entry;
  if (path.starts_with(clause)) return find_entry(clause_entries(), path.substr(clause.size()));
  const std::optional<SharePath> step = share_path(path);
  return step && step->part.empty() ? &share : nullptr;
}

}  // namespace

Target target_of(std::string_view path) {
  using enum Target::Kind;
  if (path == "schema" || path == "extends") return {.kind = not_settable};
  if (const Entry* entry = find_settable(path)) return {.kind = value, .entry = entry};
  if (is_table_path(case_entries(), path)) return {.kind = table};
  const std::size_t last = path.rfind('.');
  if (last == std::string_view::npos) return {};
  const std::string_view owner = path.substr(0, last);
  const std::string_view name = path.substr(last + 1);
  const Entry* whole = find_settable(owner);
  const bool is_part = std::ranges::find(number_parts, name) != number_parts.end() ||
                       (name == "wage" && share_path(path));
  const bool has_parts =
      whole != nullptr && (whole->kind == Kind::number || whole->kind == Kind::growth);
  const bool is_year = whole != nullptr && whole->kind == Kind::growth && is_growth_year(name);
  if (has_parts && (is_part || is_year))
    return {.kind = part, .entry = whole, .owner = owner, .name = name};
  const std::size_t first = owner.find('.');
  const Entry* list = find_entry(case_entries(), owner.substr(0, first));
  if (list == nullptr || list->kind != Kind::items || first >= owner.size() - 1) return {};
  const Entry* figure = find_entry(*list->inside, name);
  if (figure == nullptr || figure->kind != Kind::number) return {};
  return {
      .kind = item_figure, .entry = figure, .owner = list->path, .name = owner.substr(first + 1)};
}

const std::vector<Exclusive>& exclusive_keys() {
  static const std::vector<Exclusive> groups{
      {{"wage.hourly"}, {"wage.scale", "wage.mix"}},
      {{"employer_charges.percent"}, {"employer_charges.social", "employer_charges.pension"}},
      {{"travel.minutes"}, {"travel.minutes_between", "travel.visit_minutes"}},
      {{"overhead.percent", "overhead.of"}, {"overhead.amount"}},
      {{"margin.percent", "margin.of"}, {"margin.amount"}},
      {{"indexation.series", "indexation.catch_up"}, {"indexation.percent"}},
  };
  return groups;
}

}  // namespace billijk::io
