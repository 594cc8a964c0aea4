#include "report/calc/unit_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/calc/derived_table.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::UnitPrice;
using core::Zone;

std::string share_text(const core::Profile& profile, const Format& format) {
  return format.shortest(Exact{profile.share.value}) + " %";
}

/// Decimals that show every digit of what is rounded.
int decimals_of_totals(const UnitPrice& price) {
  int decimals = 2;
  for (const Total total : core::all_totals) {
    while (price.totals[total] && decimals < core::Decimal::max_digits &&
           !is_written_by(*price.totals[total], decimals))
      ++decimals;
  }
  return decimals;
}

std::string profile_name(const core::Profile& profile, const Format& format) {
  return say(Message::unit_profile, format.language(),
             {{"label", profile.label}, {"share", share_text(profile, format)}});
}

Row row_of(const std::string& name, const UnitPrice& price, const Format& format) {
  Row row{{name}};
  if (price.norm_hours) row.cells.emplace_back(Number{*price.norm_hours, 2});
  const int decimals = decimals_of_totals(price);
  for (const Total total : core::all_totals)
    row.cells.push_back(price.totals[total] ? Cell{Number{*price.totals[total], decimals}}
                                            : Cell{});
  if (price.tariff) {
    row.cells.emplace_back(
        word("short_zone_" + std::string{key_of(price.tariff->zone)}, format.language()));
  }
  return row;
}

/// Clients of whom the tariff of an hour lies in zones that `is`, with what it is for them.
template <class Is>
std::vector<std::string> clients(const core::UnitPrices& prices, const Format& format,
                                 const Is& is) {
  std::vector<std::string> names;
  for (const UnitPrice& price : prices.profiles) {
    if (!price.tariff || !is(price.tariff->zone)) continue;
    names.push_back(say(Message::unit_client, format.language(),
                        {{"label", price.profile->label},
                         {"share", share_text(*price.profile, format)},
                         {"hourly", format.money(price.tariff->value)}}));
  }
  return names;
}

/// For whom a price that is fair for all clients together is not; empty where there is nobody.
std::string unfair_sentence(const core::UnitPrices& prices, const Format& format) {
  if (!prices.mix.tariff || prices.mix.tariff->zone != Zone::fair) return {};
  std::string text;
  const auto add = [&](Message message, std::vector<std::string> names) {
    if (names.empty()) return;
    text.append(text.empty() ? "" : " ")
        .append(say(message, format.language(),
                    {{"clients", listed(std::move(names), format.language())}}));
  };
  add(Message::unit_loses, clients(prices, format, [](Zone zone) { return zone < Zone::fair; }));
  add(Message::unit_above,
      clients(prices, format, [](Zone zone) { return zone == Zone::above_ceiling; }));
  return text;
}

Table derived_table(const core::UnitPrices& prices, const Format& format) {
  const Language language = format.language();
  Table table{{{say(Message::heading_derived, language)},
               {say(Message::column_derived_share, language)},
               {say(Message::column_derived_base, language), Align::decimal},
               {capital(label_of(prices.unit, language)), Align::decimal}},
              {}};
  const int decimals = decimals_of_totals(prices.mix);
  for (const core::UnitDerived& derived : prices.derived) {
    table.rows.push_back(
        {{derived.price->label, share_of(*derived.price, format), Number{derived.base, decimals},
          Number{derived.share.rounded, decimals}}});
  }
  return table;
}

}  // namespace

void add_unit_prices(Document& document, const core::UnitPrices& prices, const Format& format) {
  const Language language = format.language();
  Table table;
  table.columns.push_back({capital(label_of(prices.unit, language))});
  const auto column = [&](const std::string& title) {
    table.columns.push_back({title, Align::decimal});
  };
  if (prices.mix.norm_hours) column(say(Message::unit_column_norm_hours, language));
  for (const Total total : core::all_totals)
    column(total == Total::fair_tariff ? say(Message::column_fair, language)
                                       : label_of(total, language));
  // Of all clients the verdict stands above.
  const bool judged = prices.mix.tariff && !prices.profiles.empty();
  if (judged) table.columns.push_back({say(Message::column_verdict, language)});
  for (const UnitPrice& price : prices.profiles)
    table.rows.push_back(row_of(profile_name(*price.profile, format), price, format));
  table.rows.push_back(row_of(
      say(prices.profiles.empty() ? Message::unit_price : Message::unit_all_clients, language),
      prices.mix, format));
  table.rows.back().strong = !prices.profiles.empty();
  for (Row& row : table.rows) row.cells.resize(table.columns.size());
  document.add(std::move(table));
  if (prices.unit != core::TariffUnit::hour)
    document.add(Paragraph{say(Message::unit_note, language)});
  if (const std::string unfair = unfair_sentence(prices, format); !unfair.empty())
    document.add(Paragraph{unfair});
  if (!prices.derived.empty()) document.add(derived_table(prices, format));
}

void add_unit_prices(Document& document, const core::Calculation& calculation,
                     const core::Verdict& verdict, const Format& format) {
  if (verdict.tariff.unit == core::TariffUnit::hour) return;
  add_unit_prices(document, unit_prices(calculation, verdict.tariff.unit, verdict.tariff.value),
                  format);
}

std::string unit_sentence(const core::Calculation& calculation, const core::Tariff& tariff,
                          const Format& format, const std::string& when) {
  if (tariff.unit == core::TariffUnit::hour) return {};
  const core::UnitPrices prices = unit_prices(calculation, tariff.unit, tariff.value);
  const int decimals = decimals_of_totals(prices.mix);
  std::vector<std::string> parts;
  for (const Total total : core::all_totals) {
    if (!prices.mix.totals[total]) continue;
    parts.push_back(say(Message::unit_part, format.language(),
                        {{"boundary", word("the_" + std::string{key_of(total)}, format.language())},
                         {"amount", format.money(*prices.mix.totals[total], decimals)}}));
  }
  const std::string text =
      ' ' + say(Message::unit_boundaries, format.language(),
                {{"unit", capital(label_of(tariff.unit, format.language())) + when},
                 {"boundaries", listed(std::move(parts), format.language())}});
  const std::string unfair = unfair_sentence(prices, format);
  return unfair.empty() ? text : text + ' ' + unfair;
}

namespace {

Record totals_of(const UnitPrice& price) {
  Record totals;
  for (const Total total : core::all_totals) {
    Value value;
    if (price.totals[total]) value = Record{{"rounded", *price.totals[total]}};
    totals.push_back({key_of(total), std::move(value)});
  }
  return totals;
}

Record profile_of(const UnitPrice& price) {
  Record all{{"label", price.profile->label},
             {"share", price.profile->share.value},
             {"norm_hours", price.norm_hours},
             {"totals", totals_of(price)}};
  if (price.tariff)
    append(all, {{"per_hour", price.tariff->value}, {"zone", key_of(price.tariff->zone)}});
  return all;
}

}  // namespace

Record unit_record(const core::UnitPrices& prices) {
  Value profiles;
  if (!prices.profiles.empty()) profiles = list_of(prices.profiles, profile_of);
  Record all{{"unit", Lasting{word_of(prices.unit)}},
             {"norm_hours", prices.mix.norm_hours},
             {"totals", totals_of(prices.mix)},
             {"profiles", profiles}};
  if (prices.derived.empty()) return all;
  all.push_back({"derived", list_of(prices.derived, [](const core::UnitDerived& derived) {
                   return Record{{"key", derived.price->key},
                                 {"label", derived.price->label},
                                 {"base", derived.base},
                                 {"value", derived.share.value},
                                 {"rounded", derived.share.rounded}};
                 })});
  return all;
}

void add_unit_rows(Rows& rows, const core::UnitPrices& prices, Language language) {
  const std::string unit = "EUR per " + std::string{word_of(prices.unit)};
  const auto add = [&](const char* section, const std::string& prefix, const UnitPrice& price) {
    if (price.norm_hours)
      rows.add({{"section", section},
                {"key", prefix + "norm_hours"},
                {"value", *price.norm_hours},
                {"unit", "hours per year"}});
    for (const Total total : core::all_totals) {
      if (!price.totals[total]) continue;
      rows.add({{"section", section},
                {"key", prefix + std::string{key_of(total)}},
                {"label", label_of(total, language)},
                {"rounded", *price.totals[total]},
                {"unit", unit}});
    }
    if (!price.tariff || price.profile == nullptr) return;
    rows.add({{"section", section},
              {"key", prefix + "per_hour"},
              {"value", price.tariff->value},
              {"unit", "EUR per hour"}});
    rows.add({{"section", section},
              {"key", prefix + "zone"},
              {"label", label_of(price.tariff->zone, language)},
              {"value", key_of(price.tariff->zone)}});
  };
  add("in_unit", "", prices.mix);
  for (const core::UnitDerived& derived : prices.derived) {
    rows.add({{"section", "in_unit"},
              {"key", "derived." + derived.price->key},
              {"label", derived.price->label},
              {"value", derived.share.value},
              {"rounded", derived.share.rounded},
              {"unit", unit}});
  }
  for (const UnitPrice& price : prices.profiles) add("profile", price.profile->label + '.', price);
}

}  // namespace billijk::report
