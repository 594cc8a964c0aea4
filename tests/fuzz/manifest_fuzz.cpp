#include "fuzz/fuzz.hpp"
#include "io/file/manifest.hpp"

using namespace billijk;

/// A manifest, read by itself and verified.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  const core::Checked<io::Manifest> manifest = io::read_manifest(fuzz::source_of(text));
  static const fuzz::Scratch scratch{"manifest.json"};
  const std::string file = scratch.with(text);
  if (!manifest) {
    fuzz::check_findings(manifest.error());
    fuzz::require(fuzz::run({"audit", "--verify", file}).exit == 2);
    return 0;
  }
  const std::string written = io::manifest_text(*manifest);
  fuzz::check_json(written);
  const core::Checked<io::Manifest> again = io::read_manifest(fuzz::source_of(written));
  fuzz::require(again && io::manifest_text(*again) == written);
  fuzz::check_shown(fuzz::run({"audit", "--verify", file}).out);
  const fuzz::Outcome outcome = fuzz::run({"audit", "--verify", file, "--format", "json"});
  if (!outcome.out.empty()) fuzz::check_json(outcome.out);
  return 0;
}
