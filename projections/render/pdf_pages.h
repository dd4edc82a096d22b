// PdfPages — where on which page the next thing stands, and what stands at the foot of each page.
//
// Units    points.
// Threads  one.
#pragma once

#include <functional>
#include <string>

#include "projections/render/pdf_canvas.h"

namespace projections {

struct PageFoot {
  std::string made_from;
  std::string root;
  std::function<std::string(int page)> number;
};

class PdfPages {
 public:
  static constexpr double kLeft = 48;
  static constexpr double kWidth = PdfCanvas::kPageWidth - 2 * kLeft;
  static constexpr double kTop = 46;
  static constexpr double kBottom = PdfCanvas::kPageHeight - 62;

  PdfPages(PdfCanvas& canvas, const PageFoot& foot) : canvas_(canvas), foot_(foot) {}

  PdfCanvas& canvas() { return canvas_; }
  double y() const { return y_; }
  void advance(double height) { y_ += height; }
  bool hasRoom(double height) const { return y_ + height <= kBottom; }
  // So much stands on one page: a new one where this has no room. Says whether it began one.
  bool need(double height);
  // How many pages there are.
  int finish();

 private:
  void endPage();

  PdfCanvas& canvas_;
  const PageFoot& foot_;
  double y_ = kTop;
  int page_ = 1;
};

// Text that begins with spaces stands that much to the right, on each of its lines.
struct Indented {
  std::string text;
  double by = 0;
};
Indented indented(PdfCanvas& canvas, const std::string& text, const TextStyle& style);

}  // namespace projections
