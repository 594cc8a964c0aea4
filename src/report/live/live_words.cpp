#include <array>

#include "report/live/live_case.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

/// The sentences a page fills in itself.
constexpr std::array filled{Message::fact_fair,
                            Message::fact_certain_low,
                            Message::fact_open,
                            Message::fact_certain,
                            Message::headline_calc,
                            Message::headline_below_wage_floor,
                            Message::headline_below_cost_price,
                            Message::headline_fair,
                            Message::headline_above_ceiling,
                            Message::a_year_of_it,
                            Message::certain_no_ranges,
                            Message::certainly_high,
                            Message::certainly_low,
                            Message::floor_alone,
                            Message::floor_together,
                            Message::certain,
                            Message::uncertain_together,
                            Message::uncertain_fair,
                            Message::uncertain_fair_one,
                            Message::uncertain_prefix,
                            Message::uncertain_alone,
                            Message::uncertain_alone_one,
                            Message::brief_between_ends,
                            Message::provisional,
                            Message::subcontractor_fair,
                            Message::subcontractor_low,
                            Message::subcontractor_high,
                            Message::the_wage_floor,
                            Message::the_cost_price,
                            Message::the_ceiling,
                            Message::zone_below_wage_floor,
                            Message::zone_below_cost_price,
                            Message::zone_fair,
                            Message::zone_above_ceiling,
                            Message::unit_hour,
                            Message::tariff,
                            Message::list_and,
                            Message::and_more,
                            Message::chart_paid,
                            Message::chart_paid_short,
                            Message::chart_paid_over,
                            Message::chart_paid_even,
                            Message::chart_ruler_says,
                            Message::chart_ruler_ranges,
                            Message::zone_short_floor,
                            Message::zone_short_cost,
                            Message::zone_short_fair,
                            Message::zone_short_high,
                            Message::live_heading,
                            Message::live_says,
                            Message::live_fixed,
                            Message::live_reset,
                            Message::live_reset_one,
                            Message::live_toml,
                            Message::live_command,
                            Message::live_print,
                            Message::live_changed,
                            Message::live_change,
                            Message::live_worth,
                            Message::live_worth_year,
                            Message::live_none,
                            Message::live_not_stated,
                            Message::live_others,
                            Message::live_stale,
                            Message::live_no_result,
                            Message::live_no_result_mix,
                            Message::live_not_number,
                            Message::live_out_of_limits,
                            Message::live_too_many_digits,
                            Message::live_no_file,
                            Message::live_save,
                            Message::live_copied,
                            Message::live_copy,
                            Message::live_no_source,
                            Message::live_side,
                            Message::live_zone,
                            Message::live_no_zone,
                            Message::live_apart,
                            Message::live_concessions,
                            Message::live_toml_note,
                            Message::live_toml_built_in,
                            Message::live_cost_price,
                            Message::live_command_note,
                            Message::live_slider,
                            Message::live_unstated,
                            Message::forecast_holds,
                            Message::forecast_sinks,
                            Message::forecast_never,
                            Message::forecast_breaks,
                            Message::forecast_from_to,
                            Message::forecast_left,
                            Message::forecast_lost,
                            Message::forecast_one_year,
                            Message::forecast_so_many_years,
                            Message::forecast_above,
                            Message::forecast_uncertain,
                            Message::summary_zone_below_wage_floor,
                            Message::summary_zone_below_cost_price,
                            Message::summary_zone_fair,
                            Message::summary_zone_above_ceiling,
                            Message::live_fixed_years};

}  // namespace

Record live_words(Language language) {
  Record words;
  for (const Message message : filled)
    words.push_back(
        {message_names.at(static_cast<std::size_t>(message)), text_of(message, language)});
  const LanguageFacts& facts = facts_of(language);
  words.push_back({"decimal", std::string(1, facts.decimal_sign)});
  words.push_back({"thousands", std::string(1, facts.thousands_sign)});
  return words;
}

}  // namespace billijk::report
