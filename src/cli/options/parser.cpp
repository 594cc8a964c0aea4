#include "cli/options/parser.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "io/text/nearest.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Phrase;

/// The options of a command in the hands of CLI11, which says where each word belongs; whether they
/// go together is asked of the table.
class Parser {
 public:
  Parser(const Command& command, const Options& options, std::string example)
      : command_{command}, options_{options}, example_{std::move(example)} {
    app_.set_help_flag("-h,--help");
    app_.allow_extras();
    app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    for (const Option& option : options) taken_.push_back(bind(option));
  }

  Parsed parse(std::vector<std::string> words) {
    core::Diagnostics misused = take_misused(words);
    const std::string last = words.empty() ? "" : words.back();
    std::ranges::reverse(words);  // CLI11 takes its words from the back
    try {
      app_.parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
      return {.help = true, .errors = {}};
    } catch (const CLI::ParseError&) {
      // No other is left: letters that run together and end the line without a value, as -ho.
      misused.insert(misused.begin(), unknown_option(last));
      return {.help = false, .errors = std::move(misused)};
    }
    core::Diagnostics errors = judge();
    errors.insert(errors.end(), misused.begin(), misused.end());
    return {.help = false, .errors = std::move(errors)};
  }

 private:
  const CLI::Option* bind(const Option& option) {
    const std::string names{option.names};
    if (auto* const* flag = std::get_if<bool*>(&option.into))
      return app_.add_flag(names, **flag)->disable_flag_override();
    if (auto* const* word = std::get_if<std::string*>(&option.into))
      return app_.add_option(names, **word);
    if (auto* const* word = std::get_if<std::optional<std::string>*>(&option.into))
      return app_.add_option(names, **word);
    if (auto* const* list = std::get_if<std::vector<std::string>*>(&option.into)) {
      CLI::Option* const all = app_.add_option(names, **list);
      if (!option.is_argument()) all->expected(1);
      return all->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    return app_.add_option_function<std::string>(names, [](const std::string&) {});
  }

  const Option* named(std::string_view word) const {
    const auto found =
        std::ranges::find_if(options_, [&](const Option& option) { return option.is_named(word); });
    return found == options_.end() ? nullptr : &*found;
  }
  bool is_given(std::string_view name) const {
    const Option* const option = named(name);
    return option != nullptr &&
           taken_[static_cast<std::size_t>(option - options_.data())]->count() > 0;
  }

  /// Takes out what CLI11 would stop at: the value of a flag, and an option that ends the line
  /// without its value.
  core::Diagnostics take_misused(std::vector<std::string>& words) {
    core::Diagnostics errors;
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
      const std::string name = words[i].substr(0, words[i].find('='));
      const Option* const option = named(name);
      if (option == nullptr || option->is_argument()) continue;
      const bool has_value = name.size() < words[i].size();
      if (option->is_flag() && has_value) {
        errors.push_back(core::finding(Code::flag_value, {{"option", name}, {"found", words[i]}}));
        words[i] = name;
      } else if (!option->is_flag() && !has_value && ++i == words.size()) {
        errors.push_back(no_value(*option));
        without_value_ = option;
        words.pop_back();
      }
    }
    return errors;
  }

  /// What else the words say, all of it.
  core::Diagnostics judge() const {
    core::Diagnostics errors = unknown();
    if (!errors.empty()) return errors;
    for (const std::string& word : app_.remaining()) {
      errors.push_back(core::finding(Code::excess_argument,
                                     {{"found", word}, {"command", std::string{command_.name}}}));
    }
    for (std::size_t i = 0; i < options_.size(); ++i) {
      const Option& option = options_[i];
      const std::vector<std::string>& words = taken_[i]->results();
      if (option.required && taken_[i]->count() == 0 && &option != without_value_) {
        errors.push_back(missing(what(option)));
      } else if (std::ranges::find(words, "") != words.end()) {
        errors.push_back(no_value(option));  // a variable of a script that is not set
      }
      if (taken_[i]->count() > 0) judge_company(option, errors);
    }
    return errors;
  }
  core::Diagnostics unknown() const {
    core::Diagnostics errors;
    for (const std::string& word : app_.remaining()) {
      if (word.size() < 2 || word.front() != '-') continue;
      errors.push_back(unknown_option(word));
      std::vector<std::string> names;
      for (const Option& option : options_) {
        if (!option.is_argument()) names.emplace_back(option.name());
      }
      std::string near = io::nearest(word.substr(0, word.find('=')), names);
      if (!near.empty()) errors.back().arguments.emplace_back("nearest", std::move(near));
    }
    return errors;
  }
  core::Diagnostic unknown_option(const std::string& word) const {
    return core::finding(Code::unknown_option,
                         {{"found", word}, {"command", std::string{command_.name}}});
  }
  void judge_company(const Option& option, core::Diagnostics& errors) const {
    const auto add = [&](Code code, std::string_view other) {
      errors.push_back(core::finding(
          code, {{"option", std::string{option.name()}}, {"other", std::string{other}}}));
    };
    if (!option.needs.empty() && !is_given(option.needs)) add(Code::option_needs, option.needs);
    const auto beside = std::ranges::find_if(
        option.excludes, [&](std::string_view other) { return is_given(other); });
    if (beside != option.excludes.end()) add(Code::option_beside, *beside);
  }

  core::Diagnostic missing(core::Argument what) const {
    return core::finding(Code::missing_argument,
                         {{"what", std::move(what)}, {"example", example_}});
  }
  core::Diagnostic no_value(const Option& option) const {
    core::Diagnostic finding = missing(Phrase::what_value);
    finding.arguments.emplace_back("option", std::string{option.name()});
    return finding;
  }
  static core::Argument what(const Option& option) {
    if (option.names == "CASE") return Phrase::what_case;
    if (option.names == "FILE") return Phrase::what_file;
    if (option.names == "ACTION") return Phrase::what_action;
    return std::string{option.names};
  }

  const Command& command_;
  const Options& options_;
  std::string example_;  ///< the plainest of its command lines
  CLI::App app_;
  std::vector<const CLI::Option*> taken_;  ///< of each of the options
  const Option* without_value_ = nullptr;  ///< the option that ended the line
};

}  // namespace

Parsed parse(const Command& command, const Options& options, std::vector<std::string> words,
             report::Language language) {
  return Parser{command, options, example_lines(command.name, language).front()}.parse(
      std::move(words));
}

}  // namespace billijk::cli
