#include "core/case/choices.hpp"

#include <catch2/catch.hpp>

namespace billijk::core {
namespace {

TEST_CASE("a choice is the word files write for it") {
  CHECK(word_of(Grade::statutory) == "statutory");
  CHECK(word_of(Grade::expected) == "expected");
  CHECK(word_of(BonusBase::wage_and_holiday_allowance) == "wage_and_holiday_allowance");
  CHECK(word_of(TariffUnit::week) == "week");
  CHECK(word_of(TariffUnit::four_weeks) == "4weeks");
  CHECK(word_of(TariffUnit::lump_sum) == "lump_sum");
  CHECK(word_of(CatchUp::ratio) == "ratio");
  CHECK(word_of(PresetKind::norm_hours) == "norm_hours");
  CHECK(word_of(RoundingMode::half_even) == "half_even");
  CHECK(word_of(RoundingAt::line) == "line");
  CHECK(word_of(LinePer::contract_year) == "contract_year");
}

TEST_CASE("a word stands for the choice it names, and any other word for none") {
  CHECK(choice_of<Employer>("large") == Employer::large);
  CHECK(choice_of<SocialBase>("gross") == SocialBase::gross);
  CHECK(choice_of<OverheadBase>("tariff") == OverheadBase::tariff);
  CHECK(choice_of<Delivery>("alfahulp") == Delivery::alfahulp);
  CHECK_FALSE(choice_of<Employer>("Large"));
  CHECK_FALSE(choice_of<MarginBase>("direct"));
  CHECK_FALSE(choice_of<LineBase>(""));
}

TEST_CASE("every word of a choice leads back to it") {
  const auto all_lead_back = []<class E>(E) {
    bool back = true;
    for (std::size_t i = 0; i < choice_words<E>.size(); ++i) {
      back = back && choice_of<E>(word_of(static_cast<E>(i))) == static_cast<E>(i);
    }
    return back && !choice_words<E>.empty();
  };
  CHECK(all_lead_back(Grade{}));
  CHECK(all_lead_back(BonusBase{}));
  CHECK(all_lead_back(SicknessBase{}));
  CHECK(all_lead_back(LinePer{}));
  CHECK(all_lead_back(LineBase{}));
  CHECK(all_lead_back(TariffUnit{}));
  CHECK(all_lead_back(PresetKind{}));
  CHECK(all_lead_back(RoundingMode{}));
}

TEST_CASE("a word that is not stated is the one taken for it, where there is one") {
  Choices choices;
  CHECK_FALSE(choices.states(Choice::sickness_base));
  CHECK(choices.chosen<SicknessBase>() == SicknessBase::contract);
  CHECK(choices.word(Choice::overhead_of).empty());
  choices.state(std::optional{SicknessBase::after_leave});
  CHECK(choices.stated<SicknessBase>() == SicknessBase::after_leave);
  CHECK(choices.word(Choice::sickness_base) == "after_leave");
  choices.copy(Choice::sickness_base, Choices{});
  CHECK_FALSE(choices.stated<SicknessBase>());
}

TEST_CASE("what is taken for a word is one of its words") {
  for (const Choice choice : all_choices) {
    const ChoiceFacts& facts = facts_of(choice);
    CAPTURE(std::string{facts.path});
    const bool is_word = std::ranges::find(facts.words, facts.taken) != facts.words.end();
    CHECK((is_word || facts.taken.empty()));
  }
  CHECK(Choices{}.chosen<RoundingMode>() == Rounding{}.mode);
  CHECK(Choices{}.chosen<RoundingAt>() == Rounding{}.at);
}

}  // namespace
}  // namespace billijk::core
