#include "io/text/nearest.hpp"

#include <algorithm>

namespace billijk::io {
namespace {

/// Insertions, deletions, substitutions and swaps of neighbours between two words.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::vector<std::size_t> next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        next[j] = std::min(next[j], before[j - 2] + 1);
      }
    }
    before.swap(row);
    row.swap(next);
  }
  return row[b.size()];
}

/// A path as what stands before its last part, and that.
struct Split {
  std::string_view table;
  std::string_view part;
};
Split split(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return {{}, path};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

/// Whether a name is a longer one that is called so for short: ziekte of ziekteverzuim.
bool is_short_for(std::string_view word, std::string_view name) {
  constexpr std::size_t shortest = 5;
  return word.size() >= shortest && name.size() > word.size() &&
         (name.starts_with(word) || name.ends_with(word));
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 100;
  if (word.size() > longest) return {};
  const Split meant = split(word);
  const std::size_t most = std::max<std::size_t>(2, word.size() / 3);
  std::string best;
  std::pair<std::size_t, std::size_t> least{most + 1, 0};
  std::size_t elsewhere = 0;  // those as near, in another table
  for (const std::string& candidate : candidates) {
    if (candidate == best) continue;
    // A key under the wrong table is as near as a mistyped one, if its own part is meant at all.
    const Split own = split(candidate);
    const std::size_t whole = distance(word, candidate);
    const std::size_t part =
        is_short_for(meant.part, own.part) ? 1 : distance(meant.part, own.part);
    const bool is_same_table =
        distance(meant.table, own.table) <= std::max(meant.table.size(), own.table.size()) / 3;
    const bool is_like = part <= meant.part.size() / 3;
    if (!is_like && (!is_same_table || part > 2)) continue;
    const std::pair away{is_like ? std::min(whole, part + 1) : whole, whole};
    if (away.first < least.first) elsewhere = 0;
    if (away.first <= least.first && !is_same_table && !meant.table.empty()) ++elsewhere;
    if (away >= least) continue;
    least = away;
    best = candidate;
  }
  // The same part in several other tables: which of them is meant nobody can tell.
  return elsewhere > 1 ? std::string{} : best;
}

}  // namespace billijk::io
