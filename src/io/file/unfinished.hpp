#pragma once

#include <string>

namespace billijk::io {

/// A file or folder beside its place that is not finished yet, and is removed unless it gets so.
class Unfinished {
 public:
  Unfinished() = default;
  explicit Unfinished(std::string path);
  Unfinished(Unfinished&& other) noexcept;
  Unfinished& operator=(Unfinished&& other) noexcept;
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished();

  /// Empty when there is nothing that would be removed.
  const std::string& path() const { return path_; }
  /// It stands in its place: nothing is removed any more.
  void finish();

  /// Removes all there are: for a program that ends here and now. Nothing is finished after it.
  static void remove_all();

 private:
  void enter();
  void leave();
  void remove() const;

  std::string path_;
  Unfinished* before_ = nullptr;
  Unfinished* after_ = nullptr;
};

}  // namespace billijk::io
