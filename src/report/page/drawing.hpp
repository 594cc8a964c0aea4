#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/number/exact.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// Amounts on the width of a drawing, whatever that is: places are shares of it, heights pixels,
/// so that letters keep their size on a telephone and on a beamer.
class Scale {
 public:
  /// From the one to the other; where they are equal a little around them.
  Scale(core::Exact from, core::Exact to);

  /// Between 0 and 1; what lies outside stands at the edge.
  core::Exact share(const core::Exact& amount) const;
  std::string place(const core::Exact& amount) const;
  /// Round amounts to write along it, eight at most.
  std::vector<core::Exact> ticks() const;
  /// Attributes a script finds the scale by.
  std::string attributes() const;

 private:
  core::Exact from_, to_;
};

/// The word for the side of a text that stands at a place: what is near an edge stays inside.
std::string_view anchor(const core::Exact& share);

std::string text_at(std::string_view place, int y, std::string_view attributes,
                    std::string_view text);
std::string rect_at(std::string_view from, std::string_view width, int y, int height,
                    std::string_view attributes);
std::string line_at(std::string_view from, std::string_view to, int y1, int y2,
                    std::string_view attributes);

/// The numbers under a scale.
std::string axis(const Scale& scale, int y, const Format& format);

/// A drawing of some height, as wide as there is room.
std::string drawing(int height, std::string_view attributes, std::string_view content);

}  // namespace billijk::report
