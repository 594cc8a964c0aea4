#pragma once

#include "analysis/audit/case_auditor.hpp"
#include "unit/figures.hpp"

namespace billijk::tests {

/// A contract where an hour costs 40; below that it is red, at or above it green.
inline analysis::AuditedContract priced(analysis::ContractName name, const std::string& tariff,
                                        const std::string& volume = "") {
  analysis::AuditedContract contract;
  contract.id = std::move(name.id);
  contract.municipality = std::move(name.municipality);
  contract.provider = std::move(name.provider);
  contract.region = std::move(name.region);
  contract.figures.tariff = exact(tariff);
  contract.figures.boundaries[index_of(core::Total::cost_price)] = exact("40");
  contract.distance = exact(tariff) - exact("40");
  if (!volume.empty()) contract.volume = exact(volume);
  const bool low = contract.distance->sign() < 0;
  contract.standing = low ? analysis::Standing::red : analysis::Standing::green;
  contract.rules[index_of(analysis::Rule::cost_price)].answer =
      low ? analysis::Answer::fail : analysis::Answer::pass;
  return contract;
}

}  // namespace billijk::tests
