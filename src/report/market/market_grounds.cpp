#include "report/market/market_grounds.hpp"

#include <string>
#include <utility>
#include <vector>

#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::MarketFigure;

std::string amount_text(const core::Decimal& value, core::Unit unit, const Format& format) {
  const Exact amount{value};
  switch (unit) {
    case core::Unit::percent:
      return format.percent(amount, value.scale());
    case core::Unit::hours_per_year:
      return format.shortest(amount) + ' ' + std::string{unit_text(unit, format.language())};
    default:
      return format.money(amount, value.is_whole() ? 0 : std::max(2, value.scale()));
  }
}

std::string travel_text(const core::Market& market, const Format& format) {
  if (market.travel == core::MarketTravel::none)
    return say(Message::market_travel_none, format.language());
  return say(market.reference_providers == 1 ? Message::market_travel_root_one
                                             : Message::market_travel_root,
             format.language(), {{"count", format.shortest(Exact{market.reference_providers})}});
}

}  // namespace

void add_market_grounds(Document& document, const Compared& compared, const Format& format) {
  const Language language = format.language();
  const core::Market& market = analysis::market_of(compared.calculation.subject);
  const FigureNames names{language};
  Bullets bullets;
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < core::market_facts.size(); ++i) {
    const core::KeyFacts& facts = core::market_facts.at(i);
    const std::optional<core::Input>& input = market.figures.at(i);
    if (!input && facts.taken.empty()) continue;
    if (!input) {
      absent.push_back(names.name(facts.path));
      continue;
    }
    bullets.items.push_back(say(Message::market_figure, language,
                                {{"name", names.name(facts.path)},
                                 {"amount", amount_text(input->value, facts.unit, format)},
                                 {"founded", founded_text(*input, language)}}));
  }
  if (!absent.empty())
    bullets.items.push_back(
        say(Message::market_absent, language, {{"figures", listed(std::move(absent), language)}}));
  if (!market[MarketFigure::volume])
    bullets.items.push_back(say(Message::market_volume_of_contract, language,
                                {{"hours", format.shortest(compared.result.volume)}}));
  if (!market.value(MarketFigure::provider_contract).is_zero())
    bullets.items.push_back(say(Message::market_on_top, language));
  bullets.items.push_back(travel_text(market, format));
  bullets.items.push_back(say(Message::market_equal_prices, language));
  document.add(Heading{say(Message::heading_market_grounds, language)});
  document.add(std::move(bullets));
}

}  // namespace billijk::report
