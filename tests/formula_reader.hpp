#pragma once

#include <cctype>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/case/choices.hpp"
#include "core/formula/play.hpp"
#include "unit/figures.hpp"

namespace billijk::tests {

/// Reads an expression as the program and the manual write them, and works it out in exact numbers:
/// + - × / ( ), functions with their arguments apart by ; or , and names, in [ ] where they may
/// hold anything.
class FormulaReader {
 public:
  using Known = std::function<core::Exact(const std::string&)>;

  FormulaReader(std::string_view text, Known known) : text_{text}, known_{std::move(known)} {}

  core::Exact value() {
    core::Exact result = sum();
    if (!at_end()) throw std::runtime_error{"what is this: " + std::string{text_.substr(at_)}};
    return result;
  }

 private:
  bool at_end() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ == text_.size();
  }
  bool take(std::string_view sign) {
    if (at_end() || !text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  void expect(std::string_view sign) {
    if (!take(sign)) {
      throw std::runtime_error{"expected " + std::string{sign} +
                               " at: " + std::string{text_.substr(at_)}};
    }
  }
  core::Exact sum() {
    core::Exact result = product();
    for (;;) {
      if (take("+")) {
        result = result + product();
      } else if (take("-")) {
        result = result - product();
      } else {
        return result;
      }
    }
  }
  core::Exact product() {
    core::Exact result = factor();
    for (;;) {
      if (take("×")) {
        result = result * factor();
      } else if (take("/")) {
        result = result / factor();
      } else {
        return result;
      }
    }
  }
  core::Exact factor() {
    if (take("(")) {
      core::Exact result = sum();
      expect(")");
      return result;
    }
    if (take("-")) return -factor();
    if (take("[")) {
      const std::size_t end = text_.find(']', at_);
      const std::string name{text_.substr(at_, end - at_)};
      at_ = end + 1;
      return known_(name);
    }
    const std::string name = word();
    if (name.empty()) throw std::runtime_error{"nothing at: " + std::string{text_.substr(at_)}};
    if (std::isdigit(static_cast<unsigned char>(name[0])) != 0) return exact(name);
    return take("(") ? function(name) : known_(name);
  }
  std::string word() {
    at_end();
    std::string name;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
                                  text_[at_] == '_' || text_[at_] == '.')) {
      name += text_[at_++];
    }
    return name;
  }
  core::Exact function(const std::string& name) {
    const core::Exact a = sum();
    next();
    if (name == "round") {
      const std::string step = word();
      next();
      const std::string mode = word();
      expect(")");
      return core::round(
          a, {.step = decimal(step), .mode = *core::choice_of<core::RoundingMode>(mode)});
    }
    const core::Exact b = sum();
    if (name == "choose") {
      next();
      const core::Exact c = sum();
      expect(")");
      return a.is_zero() ? c : b;
    }
    expect(")");
    if (name == "max") return a < b ? b : a;
    if (name == "min") return a < b ? a : b;
    if (name == "less") return a < b ? 1 : 0;
    if (name == "spread") return a.is_zero() ? a : a / b;
    throw std::runtime_error{"no function: " + name};
  }
  void next() {
    if (!take(";")) expect(",");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Known known_;
};

}  // namespace billijk::tests
