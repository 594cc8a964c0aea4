#include "analysis/pack_evaluate.hpp"

namespace billijk::analysis {

// A call costs as much as an operation on four numbers: here every one of them is inline.
[[gnu::flatten]] core::Trouble evaluate_pack(const core::Numbers<FilteredPack>& numbers, const core::Basis& basis,
                                             core::Sheet<FilteredPack>& sheet) {
  core::Recorder<FilteredPack> record;
  return core::evaluate(numbers, basis, record, sheet);
}

}  // namespace billijk::analysis
