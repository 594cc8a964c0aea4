#include "analysis/pack_evaluate.hpp"

namespace billijk::analysis {

// A call costs as much as an operation on four numbers: here every one of them is inline.
[[gnu::flatten]] core::Trouble evaluate_pack(const core::Numbers<FilteredPack>& numbers, const core::Basis& basis,
                                             core::Totals<FilteredPack>& totals) {
  core::Recorder<FilteredPack> record;
  core::Sheet<FilteredPack> sheet;
  const core::Trouble trouble = core::evaluate(numbers, basis, record, sheet);
  totals = sheet.totals;
  return trouble;
}

}  // namespace billijk::analysis
