#include "core/case/rail_watch.hpp"

#include <algorithm>

namespace billijk::core {
namespace {

/// The rails about a key, in their order.
std::vector<std::size_t> rails_about(Key key) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < all_rails.size(); ++place) {
    if (all_rails[place].key == key) places.push_back(place);
  }
  return places;
}

}  // namespace

RailWatch::RailWatch(const Case& subject, std::span<const Key> differing)
    : exact_{rail_numbers_of(subject)},
      grouped_{exact_.grouped},
      tariff_rails_{rails_about(Key::tariff)} {
  for (std::size_t i = 0; i < key_count; ++i) {
    if (exact_.stated[i]) values_[i] = exact_.stated[i]->rational().get_d();
  }
  for (const Key key : differing) differing_.set(index_of(key));
  for (std::size_t i = 0; i < key_count; ++i) {
    const Key key = key_at(i);
    const std::vector<std::size_t> places = rails_about(key);
    if (places.empty() || key == Key::tariff || !exact_.has(key)) continue;
    const bool is_open = std::ranges::any_of(places, [&](std::size_t place) {
      const std::optional<Key>& other = all_rails[place].other;
      return differing_[i] || (other && differing_[index_of(*other)]);
    });
    if (is_open) {
      groups_.push_back(group_of(key, places));
    } else {
      always_ = fired(places, always_);
    }
  }
}

RailWatch::Group RailWatch::group_of(Key key, const std::vector<std::size_t>& places) const {
  Group group{.key = key, .other = key, .places = places, .limits = {}, .by_writing = false};
  for (const std::size_t place : places) {
    const Rail& rail = all_rails[place];
    if (rail.other) group.other = *rail.other;
    const bool compares = !rail.other || exact_.has(*rail.other);
    if (rail.limit && compares) group.limits.push_back(*rail.limit);
    group.by_writing = group.by_writing || !rail.limit;
  }
  return group;
}

Rails RailWatch::fired(const std::vector<std::size_t>& places, Rails known) const {
  std::optional<Key> told;
  for (const std::size_t place : places) {
    const Rail& rail = all_rails[place];
    if (told == rail.key || !rail.fires(exact_, rail.key)) continue;
    known.set(place);
    told = rail.key;
  }
  return known;
}

}  // namespace billijk::core
