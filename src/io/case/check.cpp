#include "io/case/check.hpp"

#include <algorithm>

#include "core/case/aliases.hpp"
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
    use_english(node, shown + prefix, [&](std::string_view key) {
      const std::string path = prefix + std::string{key};
      return find_entry(entries, path) != nullptr || is_table_path(entries, path);
    });
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
    if (entry.kind == Kind::number) use_english_parts(node);
    if (entry.kind == Kind::mix || entry.kind == Kind::counts) {
      for (Member& share : node.members) use_english_parts(share.value);
    }
    if (entry.kind == Kind::growth && node.is_table()) {
      use_english_parts(node);
      for (Member& year : node.members) use_english_parts(year.value);
    }
    if (entry.kind == Kind::numbers) {
      for (Node& item : node.items) use_english_parts(item);
    }
    if (entry.kind == Kind::items) return items(node, path, *entry.inside);
    if (entry.kind != Kind::clause) return reader_.read(node, path, entry);
    if (!node.is_table()) return reader_.wrong_type(node, path, core::Phrase::type_table);
    table(node, "", clause_entries(), path + '.');
  }

  void schema(const Node& root) { reader_.schema(root, "billijk/case/1"); }

 private:
  /// Gives keys their English names, so that all that follows knows one of each.
  void use_english(Node& table, std::string_view prefix, const auto& is_known,
                   bool of_number = false) {
    const std::string_view path = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    for (Member& member : table.members) {
      if (is_known(member.key)) continue;
      const std::string_view english = core::english_part(path, member.key, of_number);
      if (english == member.key) continue;
      if (table.find(english) != nullptr) {
        reader_.add(Code::duplicate_key, member.at, std::string{english},
                    {{"found", member.key}, {"english", std::string{english}}});
      } else {
        member.key = english;
      }
    }
    // One that stands there twice has been told of.
    std::erase_if(table.members, [&](const Member& member) {
      const std::string_view english = core::english_part(path, member.key, of_number);
      return !is_known(member.key) && english != member.key && table.find(english) != nullptr;
    });
  }
  void use_english_parts(Node& number) {
    if (!number.is_table()) return;
    use_english(
        number, {},
        [](std::string_view key) {
          return std::ranges::find(number_parts, key) != number_parts.end();
        },
        true);
  }
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
