#pragma once

#include <string>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// An index clause of the command line, and where its series stands in it.
struct ClauseOption {
  core::IndexClause clause;
  core::Position series_at;
};

/// Reads "none", "3,5" or a series, each with ":cap=3:lag=1:first_year=2028:catch_up=none" as
/// wanted: what contract.indexation may state.
///
/// Errors: `clause_form`, and those of the keys of contract.indexation.
core::Checked<ClauseOption> read_clause_option(const std::string& text);

}  // namespace billijk::io
