#include "core/case/diagnostic.hpp"

#include <algorithm>
#include <array>

namespace billijk::core {

std::string_view name_of(Code code) {
  constexpr std::array names{
#define CODE(code, id) std::string_view{#code},
#include "core/case/codes.def"
#undef CODE
  };
  return names.at(static_cast<std::size_t>(code));
}

Diagnostic finding(Code code, Arguments arguments) {
  return finding(code, Position{}, std::string{}, std::move(arguments));
}

Diagnostic finding(Code code, Position at, std::string key, Arguments arguments) {
  return {code, std::move(at), std::move(key), std::move(arguments)};
}

Diagnostic too_many_findings(std::shared_ptr<const SourceText> source) {
  return finding(Code::too_many_findings, {.source = std::move(source)}, {},
                 {{"most", std::to_string(most_findings)}});
}

tl::unexpected<Diagnostics> refused(Diagnostic finding) {
  Diagnostics all;
  all.push_back(std::move(finding));
  return tl::unexpected{std::move(all)};
}

void drop_consequences(Diagnostics& findings) {
  constexpr std::array consequences{
      Code::missing_key, Code::line_amount_or_percent, Code::mix_sum,    Code::no_rows,
      Code::index_count, Code::index_missing,          Code::index_rows, Code::weights_sum};
  std::erase_if(findings, [&](const Diagnostic& finding) {
    return std::ranges::find(consequences, finding.code) != consequences.end();
  });
}

bool has_errors(const Diagnostics& findings) {
  return std::ranges::any_of(findings, &Diagnostic::is_error);
}

}  // namespace billijk::core
