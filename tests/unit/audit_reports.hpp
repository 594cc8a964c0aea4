#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/audit/audit_rules.hpp"
#include "analysis/audit/case_auditor.hpp"
#include "report/audit/audit_dossier.hpp"
#include "report/audit/audit_report.hpp"
#include "report/format/chart_text.hpp"
#include "report/format/json.hpp"
#include "report/format/text.hpp"
#include "unit/cases.hpp"

namespace billijk::tests {

inline const report::Format english{report::Language::en};
inline const report::Format dutch{report::Language::nl};
inline const report::Program program{.name = "billijk", .version = "1.2.3"};

/// What a document says, a line a paragraph, item or row, whatever form it takes later.
///
/// "(good) headline", "# heading", "- item", "> drawn"; "[a | b]" above the rows "a | b" of a
/// table, indented by two blanks a level and with a * before a total.
inline std::string told(const report::Document& document, const report::Format& format) {
  struct Teller {
    const report::Format& format;
    std::string text;

    void operator()(const report::Headline& headline) {
      constexpr std::array tones{"(neutral) ", "(good) ", "(bad) ", "(low) ", "(high) "};
      text += tones.at(static_cast<std::size_t>(headline.tone)) + headline.text + '\n';
    }
    void operator()(const report::Heading& heading) { text += "# " + heading.text + '\n'; }
    void operator()(const report::Paragraph& paragraph) { text += paragraph.text + '\n'; }
    void operator()(const report::Bullets& bullets) {
      for (const std::string& item : bullets.items) text += "- " + item + '\n';
    }
    void operator()(const report::Drawing& drawing) {
      for (const std::string& line : drawing.lines) text += "> " + line + '\n';
    }
    void operator()(const report::Figure& figure) {
      if (!figure.seen_only) (*this)(report::Drawing{drawn(figure.chart, format)});
    }
    void operator()(const report::Findings& findings) { text += findings.text; }
    void operator()(const report::Table& table) {
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i == 0 ? "[" : " | ") + table.columns[i].title;
      text += "]\n";
      for (const report::Row& row : table.rows) {
        text += std::string(static_cast<std::size_t>(row.indent) * 2, ' ');
        if (row.strong) text += '*';
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          text += (i == 0 ? "" : " | ") + cell_text(row.cells[i], format);
        text += '\n';
      }
    }
  };
  Teller teller{format, {}};
  for (const report::Block& block : document.blocks) std::visit(teller, block);
  return teller.text;
}

/// The lines below a heading, up to the next one.
inline std::string below(const std::string& text, const std::string& heading) {
  const std::size_t at = text.find("# " + heading + '\n');
  if (at == std::string::npos) return "(no heading " + heading + ')';
  const std::size_t from = at + heading.size() + 3;
  const std::size_t next = text.find("\n# ", from - 1);
  return text.substr(from, next == std::string::npos ? next : next + 1 - from);
}

/// One of the lines, counted from 0.
inline std::string line_of(const std::string& text, std::size_t number) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < number && from != std::string::npos; ++i) {
    from = text.find('\n', from);
    if (from != std::string::npos) ++from;
  }
  return from == std::string::npos ? "(no such line)"
                                   : text.substr(from, text.find('\n', from) - from);
}

/// The line that begins so.
inline std::string line_with(const std::string& text, const std::string& beginning) {
  const std::size_t at = ('\n' + text).find('\n' + beginning);
  return at == std::string::npos ? "(no such line)" : text.substr(at, text.find('\n', at) - at);
}

inline bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// An audit of 22 November 2026 that asks these rules, or all.
inline analysis::AuditOptions asking(const std::vector<analysis::Rule>& rules = {}) {
  analysis::AuditOptions options;
  options.as_of = day("2026-11-22");
  for (analysis::RuleSetting& setting : options.rules) setting.asked = rules.empty();
  for (const analysis::Rule rule : rules) options.rules[index_of(rule)].asked = true;
  return options;
}

/// A contract with these lines: an hour costs 40.50, the wage floor is 33.75 and the ceiling 44.55.
inline CaseText contract(const std::string& body) { return CaseText{}.with("contract", body); }

inline analysis::ContractName named(std::string id, std::string municipality = {},
                                    std::string provider = {}, std::string region = {}) {
  return {std::move(id), std::move(municipality), std::move(provider), std::move(region)};
}

/// A case audited, with all that its dossier is made of.
class Audited {
 public:
  explicit Audited(const CaseText& text, analysis::AuditOptions options = asking(),
                   analysis::ContractName name = named("velsen"),
                   std::vector<std::string> settings = {})
      : options_{std::move(options)}, settings_{std::move(settings)} {
    core::Checked<io::LoadedCase> loaded = load(text.text(), settings_);
    if (!loaded) throw std::runtime_error{summary(loaded.error())};
    // Rules keep to the options they were given.
    auditor_.emplace(std::move(loaded->subject), std::move(loaded->presets), options_,
                     std::span<const core::Key>{});
    contract_ = auditor_->audit(std::move(name));
  }
  Audited(const Audited&) = delete;
  Audited& operator=(const Audited&) = delete;

  const analysis::AuditedContract& contract() const { return contract_; }
  const analysis::AuditOptions& options() const { return options_; }
  report::DossierCase dossier() const {
    return {contract_, &auditor_->subject(), auditor_->calculation(), options_, program,
            settings_, "velsen.toml"};
  }
  std::string dossier_in(const report::Format& format) const {
    return told(dossier_document(dossier(), format), format);
  }
  std::string letter_in(const report::Format& format) const { return letter_of(dossier(), format); }

 private:
  analysis::AuditOptions options_;
  std::vector<std::string> settings_;
  std::optional<analysis::CaseAuditor> auditor_;
  analysis::AuditedContract contract_;
};

/// A contract whose file could not be read for these reasons.
inline analysis::AuditedContract unread(std::string id, core::Diagnostics troubles) {
  analysis::AuditedContract contract;
  contract.id = std::move(id);
  for (analysis::RuleAnswer& answer : contract.rules)
    answer = analysis::rules::unknown(analysis::rules::lacking(troubles));
  contract.troubles = std::move(troubles);
  return contract;
}

/// Contracts in their order, reported as one audit.
struct Audits {
  analysis::AuditOptions options = asking();
  std::vector<analysis::AuditedContract> contracts;
  std::size_t league = 0;
  std::size_t shown = 20;
  std::vector<report::AuditPreset> presets;
  std::vector<std::string> settings;
  bool detailed = false;

  std::string in(const report::Format& format) const {
    return with(
        [&](const report::Audit& audit) { return told(audit_document(audit, format), format); });
  }
  /// As it is printed, 80 columns wide.
  std::string text_in(const report::Format& format) const {
    return with([&](const report::Audit& audit) {
      return render_text(audit_document(audit, format), format, {});
    });
  }
  nlohmann::ordered_json json(report::Language language) const {
    const report::ContractSections one{options, language};
    return nlohmann::ordered_json::parse(with([&](const report::Audit& audit) {
      report::Record members = audit_sections(audit, program, language).members;
      members.push_back({report::audit_list,
                         report::list_of(contracts, [&](const analysis::AuditedContract& contract) {
                           return one.of(contract, false).members;
                         })});
      return render_json(members);
    }));
  }

 private:
  template <class Report>
  std::string with(const Report& report) const {
    analysis::AuditSummary summary{options, league};
    for (std::size_t i = 0; i < contracts.size(); ++i) summary.add(contracts[i], i);
    summary.sort();
    const std::vector<analysis::AuditedContract> none;
    return report(
        report::Audit{options, summary, presets, detailed ? contracts : none, settings, shown});
  }
};

}  // namespace billijk::tests
