#include "io/case/merge.hpp"

#include <algorithm>

#include "io/case/schema.hpp"

namespace billijk::io {
namespace {

void erase_path(Node& root, std::string_view path) {
  const PathHead head = split_path(path);
  if (head.rest.empty()) {
    root.erase(head.first);
  } else if (Node* child = root.find(head.first)) {
    erase_path(*child, head.rest);
  }
}

void push_out(Node& base, const Node& nearer, const std::vector<std::string_view>& stated,
              const std::vector<std::string_view>& excluded) {
  const bool any = std::ranges::any_of(
      stated, [&](std::string_view path) { return nearer.find_path(path) != nullptr; });
  if (!any) return;
  for (const std::string_view path : excluded) erase_path(base, path);
}

void merge_table(Node& base, const Node& nearer, const std::string& prefix) {
  for (const Member& member : nearer.members) {
    const std::string path = prefix + member.key;
    Node* known = base.find(member.key);
    // What each series grows with is said name by name.
    const Entry* const entry = find_entry(case_entries(), path);
    const bool whole = entry != nullptr && entry->kind != Kind::kinds;
    if (known != nullptr && !whole && known->is_table() && member.value.is_table()) {
      merge_table(*known, member.value, path + '.');
      known->at = member.value.at;
    } else if (known != nullptr) {
      *known = member.value;
    } else {
      base.members.push_back(member);
    }
  }
}

}  // namespace

void merge(Node& base, const Node& nearer) {
  for (const Exclusive& group : exclusive_keys()) {
    push_out(base, nearer, group.one, group.other);
    push_out(base, nearer, group.other, group.one);
  }
  merge_table(base, nearer, "");
}

}  // namespace billijk::io
