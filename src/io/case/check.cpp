#include "io/case/check.hpp"

#include <algorithm>

#include "io/case/value_reader.hpp"

namespace billijk::io {
namespace {

using core::Code;

class Checker {
 public:
  core::Diagnostics take() { return std::move(findings_); }

  /// `shown` stands before the path in what people read: "line." for the keys of a [[line]].
  void table(Node& node, const std::string& prefix, const std::vector<Entry>& entries,
             const std::string& shown = {}) {
    for (Member& member : node.members) {
      const std::string path = prefix + member.key;
      if (const Entry* entry = find_entry(entries, path)) {
        value(member.value, shown + path, *entry);
      } else if (!is_table_path(entries, path)) {
        reader_.unknown_key(member, shown + path, paths_of(entries));
      } else if (!member.value.is_table()) {
        reader_.wrong_type(member.value, shown + path, core::Phrase::type_table);
      } else {
        table(member.value, path + '.', entries, shown);
      }
    }
  }

  void exclusive(const Node& root) {
    for (const Exclusive& group : exclusive_keys()) {
      const auto stated = [&](const std::vector<std::string_view>& side) {
        const auto found = std::ranges::find_if(
            side, [&](std::string_view path) { return root.find_path(path) != nullptr; });
        return found == side.end() ? std::string_view{} : *found;
      };
      const std::string_view one = stated(group.one);
      const std::string_view other = stated(group.other);
      if (one.empty() || other.empty()) continue;
      const bool other_later = root.find_path(other)->at.line >= root.find_path(one)->at.line;
      reader_.add(Code::exclusive_keys, root.find_path(other_later ? other : one)->at,
                  other_later ? other : one,
                  {{"one", std::string{one}}, {"other", std::string{other}}});
    }
  }

  void value(Node& node, const std::string& path, const Entry& entry) {
    if (entry.kind == Kind::items) return items(node, path, *entry.inside);
    if (entry.kind != Kind::clause) return reader_.read(node, path, entry);
    if (!node.is_table()) return reader_.wrong_type(node, path, core::Phrase::type_table);
    table(node, "", clause_entries(), path + '.');
  }

  void schema(const Node& root) { reader_.schema(root, "billijk/case/1"); }

 private:
  void items(Node& node, const std::string& path, const std::vector<Entry>& inside) {
    if (node.type != Node::Type::array)
      return reader_.wrong_type(node, path, core::Phrase::type_array);
    for (Node& item : node.items) {
      if (!item.is_table()) {
        reader_.wrong_type(item, path, core::Phrase::type_table);
        continue;
      }
      table(item, "", inside, path + '.');
    }
  }

  core::Diagnostics findings_;
  ValueReader reader_{findings_};
};

}  // namespace

core::Diagnostics check_value(Node& node, const std::string& path, const Entry& entry) {
  Checker checker;
  checker.value(node, path, entry);
  return checker.take();
}

core::Diagnostics check_exclusive(const Node& root) {
  Checker checker;
  checker.exclusive(root);
  return checker.take();
}

core::Diagnostics check_case_file(Node& root) {
  Checker checker;
  checker.schema(root);
  checker.table(root, "", case_entries());
  checker.exclusive(root);
  return checker.take();
}

}  // namespace billijk::io
