#include "report/format/json.hpp"

#include <algorithm>

#include "report/format/byte_buffer.hpp"
#include "report/format/cell_text.hpp"

namespace billijk::report {
namespace {

/// Writes values.
class JsonText {
 public:
  explicit JsonText(bool one_line = false) : one_line_{one_line} {}

  void operator()(std::monostate) { text_.add("null"); }
  void operator()(bool flag) { text_.add(flag ? "true" : "false"); }
  void operator()(const core::Exact& figure) { text_.add(core::shortest(figure)); }
  void operator()(LastingFigure figure) { (*this)(*figure.figure); }
  void operator()(core::Date day) { (*this)(core::iso(day)); }
  void operator()(std::string_view text) {
    text_.advance_to(write_json_string(text_.room(json_room(text.size())), text));
  }
  void operator()(Lasting text) { (*this)(text.text); }
  void operator()(const Record& record) {
    enclosed("{}", record, [&](const Member& member) {
      (*this)(member.name);
      text_.add(": ");
      write(member.value);
    });
  }
  void operator()(const List& list) {
    enclosed("[]", list.items, [&](const Value& value) { write(value); });
  }
  void write(const Value& value) { std::visit(*this, value.content()); }
  std::string_view view() const { return text_.view(); }

 private:
  template <class Items, class Write>
  void enclosed(std::string_view brackets, const Items& items, const Write& write) {
    const std::string_view between{one_line_ ? ", " : ","};
    text_.add(brackets.front());
    ++depth_;
    bool first = true;
    for (const auto& item : items) {
      if (!first) text_.add(between);
      first = false;
      break_line();
      write(item);
    }
    --depth_;
    if (!first) break_line();
    text_.add(brackets.back());
  }
  void break_line() {
    if (one_line_) return;
    text_.add('\n');
    text_.advance_to(std::fill_n(text_.room(depth_ * 2), depth_ * 2, ' '));
  }

  ByteBuffer text_;
  bool one_line_;
  std::size_t depth_ = 0;
};

std::string whole_json(const Sections& sections, const FormStyle& /*style*/) {
  return render_json(sections.members);
}

std::string json_before(const Sections& sections, std::string_view list,
                        const FormStyle& /*style*/) {
  Record opened = sections.members;
  opened.push_back({list, List{}});
  std::string text = render_json(opened);
  constexpr std::string_view closing = "]\n}\n";
  text.resize(text.size() - closing.size());
  return text;
}

void add_json(std::string& text, const Sections& one, const FormStyle& /*style*/) {
  JsonText written{true};
  written(one.members);
  text += written.view();
}

}  // namespace

std::string render_json(const Record& members) {
  JsonText written;
  written(members);
  return std::string{written.view()} += '\n';
}

constexpr MachineForm json_form{.whole = whole_json,
                                .of_rows = false,
                                .before = json_before,
                                .add = add_json,
                                .first = "\n    ",
                                .between = ",\n    ",
                                .after = "\n  ]\n}\n"};

}  // namespace billijk::report
