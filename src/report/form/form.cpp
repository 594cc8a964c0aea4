#include "report/form/form.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "report/format/csv.hpp"
#include "report/format/json.hpp"
#include "report/format/markdown.hpp"
#include "report/format/text.hpp"
#include "report/page/page.hpp"

namespace billijk::report {
namespace {

constexpr std::array known_forms{
    Form{"text", {}, text_form}, Form{"json", {".json"}, nullptr, &json_form},
    Form{"csv", {".csv"}, nullptr, &csv_form},
    Form{"markdown", {".md", ".markdown"}, markdown_form},
    Form{.word = "html", .endings = {".html", ".htm"}, .of_document = page_form, .computes = true}};

}  // namespace

std::span<const Form> forms() { return known_forms; }

const Form* form_named(std::string_view word) {
  const auto* const found = std::ranges::find(known_forms, word, &Form::word);
  return found == known_forms.end() ? nullptr : found;
}

const Form* form_of_file(std::string_view file) {
  const auto* const found = std::ranges::find_if(known_forms, [&](const Form& form) {
    return std::ranges::any_of(form.endings, [&](std::string_view ending) {
      return !ending.empty() && core::ends_alike(file, ending);
    });
  });
  return found == known_forms.end() ? nullptr : found;
}

}  // namespace billijk::report
