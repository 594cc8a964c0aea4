#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/case/rail_rules.hpp"

namespace billijk::core {

/// The rails of a case some of whose numbers differ from row to row: as `rails_of` and
/// `tariff_rails_of` have them, but counted instead of said, and in doubles where those tell.
///
/// Not for two threads at once: it keeps the numbers of the last row.
class RailWatch {
 public:
  /// Of a case all but the numbers of these keys is the same in every row.
  RailWatch(const Case& subject, std::span<const Key> differing);

  /// Whether a rail that cells may make fire looks at the key.
  bool watches(Key key) const {
    return std::ranges::any_of(
        groups_, [&](const Group& group) { return group.key == key || group.other == key; });
  }
  /// The number of a key as a double, at most two roundings from it, and whether it is written as
  /// thousands are.
  void set(Key key, double value, bool grouped) {
    values_[index_of(key)] = value;
    grouped_[index_of(key)] = grouped;
  }
  /// Which rails about the numbers of the case fire, those about own lines aside. `exact_of(key)`
  /// gives the number of a key that was set, where its double does not tell.
  template <class ExactOf>
  Rails of_case(const ExactOf& exact_of) {
    Rails rails = always_;
    for (const Group& group : groups_) {
      if (!is_open(group)) continue;
      for (const Key key : {group.key, group.other}) {
        if (!differing_[index_of(key)]) continue;
        exact_.stated[index_of(key)] = exact_of(key);
        exact_.grouped[index_of(key)] = grouped_[index_of(key)];
      }
      rails |= fired(group.places, {});
    }
    return rails;
  }
  /// The same about a tariff per hour and the cost price, either off by no more than a part in
  /// 2^40.
  static std::optional<Rails> of_tariff(double tariff, double cost) {
    constexpr double slack = 1 + share_off;
    const bool near = 2 * tariff > cost * slack && tariff * slack < 2 * cost;
    return near && tariff < swapped_about ? std::optional{Rails{}} : std::nullopt;
  }

  /// The same exactly, with the numbers of a row that are set by `exact()`.
  Rails of_exact_tariff() const { return fired(tariff_rails_, {}); }
  RailNumbers& exact() { return exact_; }

 private:
  static constexpr double share_off = 0x1p-30;
  /// The rails about one key that cells may make fire, and beyond what none of them does.
  struct Group {
    Key key = Key::wage_hourly;
    Key other = Key::wage_hourly;  ///< which they look at beside it, if any
    std::vector<std::size_t> places;
    std::vector<RailLimit> limits;
    bool by_writing = false;  ///< one of them is about how the number is written
  };
  /// Whether one of them may fire.
  bool is_open(const Group& group) const {
    if (group.by_writing && grouped_[index_of(group.key)]) return true;
    const double value = values_[index_of(group.key)];
    for (const RailLimit& limit : group.limits) {
      const double at = limit.number + limit.factor * values_[index_of(group.other)];
      const double off = limit.factor == 0 ? 0 : at * share_off;
      if (limit.below ? !(value >= at + off) : !(value <= at - off)) return true;
    }
    return false;
  }
  Group group_of(Key key, const std::vector<std::size_t>& places) const;
  Rails fired(const std::vector<std::size_t>& places, Rails known) const;

  RailNumbers exact_;
  std::array<double, key_count> values_{};
  std::bitset<key_count> grouped_;
  std::bitset<key_count> differing_;
  Rails always_;  ///< those that fire in every row
  std::vector<Group> groups_;
  std::vector<std::size_t> tariff_rails_;
};

}  // namespace billijk::core
