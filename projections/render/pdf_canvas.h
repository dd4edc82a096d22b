// PdfCanvas — pages of 210 × 297 mm on which text and rules are put, as PDF with its letters in it.
//
// Units    points from the upper left corner; 72 are an inch.
// Errors   kUnavailable GLYPH_MISSING: no installed font has a letter; PDF_UNWRITTEN.
// Threads  one.
// Source   ISO 32000-1; pango, cairo. The look of letters, and so the bytes, follow from the installed fonts.
#pragma once

#include <memory>
#include <string>

#include "ledger/base/instant.h"
#include "ledger/base/result.h"
#include "ledger/schema/words/words.h"

namespace projections {

enum class Ink { kFull, kFaded, kHairline };

struct TextStyle {
  double size = 9;
  bool bold = false;
  bool italic = false;
  Ink ink = Ink::kFull;
};

// Where text stands: its upper edge, and between which edges it is broken into lines.
struct TextBox {
  double x = 0;
  double y = 0;
  double width = 0;
  bool right = false;  // its lines end at the right edge
};

class PdfCanvas {
 public:
  static constexpr double kPageWidth = 595.276;
  static constexpr double kPageHeight = 841.89;

  PdfCanvas(const std::string& title, ledger::Language language, ledger::UtcMs made_at);
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  // In one line.
  double widthOf(const std::string& text, const TextStyle& style);
  // Broken to that width, between words where that is enough.
  double heightOf(const std::string& text, const TextStyle& style, double width);
  void draw(const std::string& text, const TextStyle& style, const TextBox& box);
  // From (x, y) to the right.
  void rule(double x, double y, double width, double thickness, Ink ink = Ink::kFull);
  void endPage();
  // The file; nothing is drawn after it.
  ledger::Result<std::string> finish();

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace projections
