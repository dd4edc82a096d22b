#include "projections/render/pdf_pages.h"

#include <algorithm>

namespace projections {
namespace {

constexpr TextStyle kFoot{6.5, false, false, Ink::kFaded};
constexpr double kFootGap = 8;
constexpr double kNumberWidth = 110;

}  // namespace

bool PdfPages::need(double height) {
  if (hasRoom(height) || y_ <= kTop) return false;
  endPage();
  ++page_;
  y_ = kTop;
  return true;
}

void PdfPages::endPage() {
  const double y = kBottom + kFootGap;
  canvas_.rule(kLeft, y, kWidth, 0.6);
  canvas_.draw(foot_.made_from, kFoot, {kLeft, y + 5, kWidth - kNumberWidth});
  canvas_.draw(foot_.root, kFoot, {kLeft, y + 15, kWidth});
  canvas_.draw(foot_.number(page_), kFoot, {kLeft + kWidth - kNumberWidth, y + 5, kNumberWidth, true});
  canvas_.endPage();
}

int PdfPages::finish() {
  endPage();
  return page_;
}

Indented indented(PdfCanvas& canvas, const std::string& text, const TextStyle& style) {
  if (!text.starts_with("  ")) return {text, 0};
  return {text.substr(std::min(text.find_first_not_of(' '), text.size())), canvas.widthOf("+\u00a0", style)};
}

}  // namespace projections
