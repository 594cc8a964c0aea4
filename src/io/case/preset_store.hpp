#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "io/file/reading.hpp"

namespace billijk::io {

/// The presets there are: those built into the program, and over them those of a folder.
class PresetStore {
 public:
  /// The files of the store, and the cases that name its presets, are read through `reading`, which
  /// must outlive it. An empty folder means built-in presets only.
  ///
  /// Errors: a folder that cannot be read.
  static core::Checked<PresetStore> open(const std::string& folder, const Reading& reading);

  const Reading& reading() const { return *reading_; }

  /// "nl/cao-vvt-hbh" … in order.
  std::vector<std::string> names() const;
  bool has(std::string_view name) const;
  /// Whether the folder brought this one.
  bool is_from_folder(std::string_view name) const;
  /// Errors: `unknown_preset` with the nearest name.
  core::Checked<std::shared_ptr<const core::SourceText>> text_of(const std::string& name) const;
  /// Reads one preset; `at` is where it was asked for.
  ///
  /// Errors: unknown, of another kind, or wrong in itself.
  core::Checked<std::shared_ptr<const core::Preset>> load(const std::string& name,
                                                          core::PresetKind kind,
                                                          const core::Position& at) const;

 private:
  /// Presets that were read without errors: every case of a run asks for the same few.
  struct Cache {
    std::mutex mutex;
    core::Presets presets;
  };

  core::Checked<std::shared_ptr<const core::Preset>> read(const std::string& name,
                                                          const core::Position& at) const;

  const Reading* reading_ = nullptr;
  std::map<std::string, std::string, std::less<>> files_;  ///< by the names of their presets
  std::shared_ptr<Cache> cache_ = std::make_shared<Cache>();
};

}  // namespace billijk::io
