#include "io/case/case_builder.hpp"

#include <algorithm>

#include "io/case/lines_builder.hpp"
#include "io/case/market_builder.hpp"
#include "io/case/schema.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::Key;

class Builder {
 public:
  Builder(const Node& root, BuiltCase& built)
      : root_{root}, case_{built.subject}, errors_{built.errors} {}

  void build() {
    take_places();
    take_texts();
    take_choices();
    take_numbers();
    take_mix();
    take_indexation();
    take_contract();
    take_forecast();
    case_.market = build_market(root_, errors_);
    case_.result = build_result(root_, errors_);
    case_.lines = build_lines(root_.find("line"), errors_);
    case_.derived = build_derived(root_.find("derived"), errors_);
    check_period();
    if (case_.is_given() || root_.find("given") != nullptr) {
      check_beside_given();
    } else {
      check_required();
      check_mix();
    }
  }

 private:
  /// Values that do not fit were found file by file; here they are only absent.
  std::string text(std::string_view path) const {
    const auto* text = root_.states<std::string>(path);
    return text == nullptr ? std::string{} : *text;
  }
  void add(Code code, const core::Position& at, std::string_view key, core::Arguments arguments) {
    errors_.push_back(core::finding(code, at, std::string{key}, std::move(arguments)));
  }
  /// Where a key would stand: its table, or the file.
  core::Position place_of(std::string_view path) const {
    while (true) {
      const std::size_t dot = path.rfind('.');
      if (dot == std::string_view::npos) break;
      path = path.substr(0, dot);
      if (const Node* table = root_.find_path(path)) return table->at;
    }
    return {.source = root_.at.source};
  }
  bool has(std::string_view path) const { return root_.find_path(path) != nullptr; }

  void take_places() {
    for (const Entry& entry : case_entries()) {
      const Node* node = core::key_of(entry.path) ? nullptr : root_.find_path(entry.path);
      if (node != nullptr) case_.places.emplace(entry.path, node->at);
    }
  }
  void take_texts() {
    if (const auto* title = root_.states<core::Text>("title")) case_.title = *title;
    case_.scale = text("wage.scale");
    if (const auto* preset = root_.states<std::string>("wage.minimum_wage"))
      case_.minimum_wage = *preset;
    case_.social_preset = text("employer_charges.social.preset");
    case_.pension_preset = text("employer_charges.pension.preset");
    case_.audit = {.scale = text("audit.scale"), .norm_hours = text("audit.norm_hours")};
  }
  void take_choices() {
    for (const core::Choice choice : core::all_choices) {
      if (const auto* word = root_.states<std::size_t>(facts_of(choice).path))
        case_.choices.state(choice, *word);
    }
  }
  void take_numbers() {
    for (std::size_t i = 0; i < core::key_count; ++i) {
      if (const auto* input = root_.states<core::Input>(path_of(core::key_at(i))))
        case_.numbers[i] = *input;
    }
  }
  void take_mix() {
    const Node* mix = root_.find_path("wage.mix");
    if (mix == nullptr || !mix->is_table()) return;
    for (const Member& member : mix->members) {
      if (const auto* share = member.value.states<core::MixShare>()) case_.mix.push_back(*share);
    }
  }
  void take_indexation() {
    const Node* table = root_.find("indexation");
    if (table == nullptr || !table->is_table()) return;
    core::OwnIndexation indexation;
    indexation.at = table->at;
    if (const auto* level = root_.states<int>("indexation.price_level"))
      indexation.price_level = *level;
    indexation.series = text("indexation.series");
    indexation.catch_up = root_.choice<core::CatchUp>("indexation.catch_up");
    if (const Node* percent = table->find("percent")) {
      for (const Node& item : percent->items) {
        if (const auto* year = item.states<core::Input>()) indexation.percent.push_back(*year);
      }
    }
    case_.indexation = std::move(indexation);
  }
  void take_contract() {
    core::Contract& contract = case_.contract;
    contract.municipality = text("contract.municipality");
    contract.provider = text("contract.provider");
    contract.product = text("contract.product");
    if (const auto* start = root_.states<core::Date>("contract.start")) contract.start = *start;
    if (const auto* end = root_.states<core::Date>("contract.end")) contract.end = *end;
    if (contract.start && contract.end && *contract.start > *contract.end) {
      add(Code::period_order, root_.find_path("contract.end")->at, "contract.end",
          {{"from", core::iso(*contract.start)}, {"to", core::iso(*contract.end)}});
    }
    contract.indexation = build_clause(root_.find_path("contract.indexation"), errors_);
  }

  void take_forecast() {
    const Node* table = root_.find("forecast");
    if (table == nullptr || !table->is_table()) return;
    core::Forecast forecast;
    for (const core::GrowthKind kind : core::all_growth) {
      if (const auto* growth = root_.states<core::Growth>(path_of(kind))) forecast[kind] = *growth;
    }
    if (const auto* day = root_.states<core::MonthDay>("forecast.rise_on")) forecast.rise_on = *day;
    const Node* series = table->find("series");
    for (std::size_t i = 0; series != nullptr && i < series->members.size(); ++i) {
      const Member& member = series->members[i];
      if (const auto kind = member.value.choice<core::SeriesKind>())
        forecast.series.emplace(member.key, *kind);
    }
    case_.forecast = std::move(forecast);
  }

  void check_period() {
    const auto* from = root_.states<core::Date>("period.from");
    const auto* to = root_.states<core::Date>("period.to");
    require("period.from");
    require("period.to");
    if (const Node* table = root_.find("period")) case_.period_at = table->at;
    if (from == nullptr || to == nullptr) return;
    case_.period = {*from, *to};
    case_.period_at = root_.find_path("period.from")->at;
    if (*from > *to) {
      add(Code::period_order, root_.find_path("period.to")->at, "period.to",
          {{"from", core::iso(*from)}, {"to", core::iso(*to)}});
    }
  }

  /// Whether something else stands where the table of a key should: that is told already.
  bool is_blocked(std::string_view path) const {
    for (std::size_t dot = path.rfind('.'); dot != std::string_view::npos; dot = path.rfind('.')) {
      path = path.substr(0, dot);
      if (const Node* node = root_.find_path(path); node != nullptr && !node->is_table())
        return true;
    }
    return false;
  }
  void require(std::string_view path) {
    if (!has(path) && !is_blocked(path))
      add(Code::missing_key, place_of(path), path, missing(path));
  }
  static core::Arguments missing(std::string_view path) {
    core::Arguments arguments{{"key", std::string{path}}};
    if (core::key_of(path)) arguments.emplace_back("zero", "0");
    // What is missing most often, as it has to be written.
    if (path == "period.from") arguments.emplace_back("written", "from = 2026-01-01");
    if (path == "period.to") arguments.emplace_back("written", "to = 2026-12-31");
    return arguments;
  }
  /// One of two ways to state a thing must be complete.
  void require_either(std::string_view one, const std::vector<std::string_view>& other) {
    if (has(one)) return;
    const bool any = std::ranges::any_of(other, [&](std::string_view path) { return has(path); });
    if (any) {
      for (const std::string_view path : other) require(path);
    } else if (!is_blocked(one)) {
      std::string others;
      for (const std::string_view path : other)
        others += (others.empty() ? "" : " + ") + std::string{path};
      add(Code::missing_key, place_of(one), one, {{"key", std::string{one}}, {"or", others}});
    }
  }

  void require_charges() {
    if (has("employer_charges.percent")) return;
    if (has("employer_charges.social") || has("employer_charges.pension")) {
      for (const std::string_view key : {"preset", "employer", "permanent"}) {
        require("employer_charges.social." + std::string{key});
      }
      if (has("employer_charges.pension")) {
        require("employer_charges.pension.preset");
        require("employer_charges.pension.employer_share");
      }
    } else {
      require_either("employer_charges.percent", {"employer_charges.social"});
    }
  }
  void check_required() {
    for (const Key key : core::all_keys) {
      if (facts_of(key).required) require(path_of(key));
      if (key == Key::wage_hourly) require_either(path_of(key), {"wage.scale", "wage.mix"});
      if (key == Key::charges_percent) require_charges();
      if (key == Key::travel_minutes)
        require_either(path_of(key), {"travel.minutes_between", "travel.visit_minutes"});
      if (key == Key::overhead_amount)
        require_either(path_of(key), {"overhead.percent", "overhead.of"});
    }
    if (has("indexation")) {
      require("indexation.price_level");
      require_either("indexation.percent", {"indexation.series"});
    }
  }

  void check_mix() {
    const Node* node = root_.find_path("wage.mix");
    if (node == nullptr || !node->is_table() || case_.mix.size() != node->members.size()) return;
    core::Exact sum;
    for (const core::MixShare& part : case_.mix) sum = sum + core::Exact{part.share.value};
    if (sum != core::Exact{100}) {
      add(Code::mix_sum, node->at, "wage.mix", {{"sum", shortest(sum)}});
      if (sum == core::Exact{1}) {
        const core::Exact first{case_.mix.front().share.value};
        errors_.back().arguments.emplace_back("fraction", first);
        errors_.back().arguments.emplace_back("percentage", first * core::Exact{100});
        return;
      }
      const core::Exact rest = core::Exact{100} - sum;
      errors_.back().arguments.emplace_back(rest.sign() > 0 ? "rest" : "excess",
                                            shortest(core::abs(rest)));
    }
  }

  void check_beside_given() {
    require("given.cost_price");
    static constexpr std::array<std::string_view, 10> allowed{
        "schema", "title", "extends",  "period",   "given",
        "margin", "band",  "rounding", "contract", "audit"};
    for (const Member& member : root_.members) {
      if (std::ranges::find(allowed, member.key) == allowed.end()) {
        add(Code::beside_given, member.at, member.key, {{"key", member.key}});
      }
    }
    for (const Key key : core::all_keys) {
      const std::optional<core::Input>& input = case_.number(key);
      if (input && facts_of(key).beside_given && input->has_range()) {
        add(Code::range_not_allowed, input->at, path_of(key),
            {{"key", std::string{path_of(key)}}, {"given", "given"}});
      }
    }
  }

  const Node& root_;
  core::Case& case_;
  core::Diagnostics& errors_;
};

}  // namespace

BuiltCase build_case(const Node& merged, const std::string& file) {
  BuiltCase built;
  built.subject.file = file;
  Builder{merged, built}.build();
  return built;
}

}  // namespace billijk::io
