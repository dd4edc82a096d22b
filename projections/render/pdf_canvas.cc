#include "projections/render/pdf_canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;

constexpr const char* kFamily = "Noto Serif";
constexpr double kResolution = 72;  // a point of a font is one of the page

struct Colour {
  double red, green, blue;
};

Colour colourOf(Ink ink) {
  switch (ink) {
    case Ink::kFull:
      return {0.063, 0.141, 0.169};
    case Ink::kFaded:
      return {0.247, 0.318, 0.345};
    case Ink::kHairline:
      return {0.80, 0.78, 0.73};
  }
  return {0, 0, 0};
}

// "2026-03-01T10:20:30Z".
std::string isoTime(ledger::UtcMs at) {
  const std::int64_t day_seconds = 86'400;
  const std::int64_t seconds = at / 1000;
  const std::int64_t of_day = seconds % day_seconds;
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02dZ", static_cast<int>(of_day / 3600),
                static_cast<int>(of_day / 60 % 60), static_cast<int>(of_day % 60));
  return ledger::dayText(static_cast<ledger::CivilDay>(seconds / day_seconds)) + clock.data();
}

cairo_status_t keep(void* file, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

}  // namespace

struct PdfCanvas::Library {
  std::string file;
  std::string missing;  // a text no font has all letters of
  cairo_surface_t* surface = nullptr;
  cairo_t* page = nullptr;
  PangoFontMap* fonts = nullptr;
  PangoContext* context = nullptr;

  Layout layoutOf(const std::string& text, const TextStyle& style, double width);
  void setInk(Ink ink) const {
    const Colour colour = colourOf(ink);
    cairo_set_source_rgb(page, colour.red, colour.green, colour.blue);
  }
};

Layout PdfCanvas::Library::layoutOf(const std::string& text, const TextStyle& style, double width) {
  Layout layout(pango_layout_new(context));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFamily);
  pango_font_description_set_size(font, static_cast<int>(style.size * PANGO_SCALE));
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  if (width > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE) + 1);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  if (missing.empty() && pango_layout_get_unknown_glyphs_count(layout.get()) > 0) missing = text;
  return layout;
}

PdfCanvas::PdfCanvas(const std::string& title, ledger::Language language, ledger::UtcMs made_at)
    : library_(std::make_unique<Library>()) {
  Library& lib = *library_;
  lib.surface = cairo_pdf_surface_create_for_stream(keep, &lib.file, kPageWidth, kPageHeight);
  const std::string time = isoTime(made_at);
  cairo_pdf_surface_set_metadata(lib.surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(lib.surface, CAIRO_PDF_METADATA_CREATOR, "asar");
  cairo_pdf_surface_set_metadata(lib.surface, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
  lib.page = cairo_create(lib.surface);
  lib.fonts = pango_cairo_font_map_new();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(lib.fonts), kResolution);
  lib.context = pango_font_map_create_context(lib.fonts);
  pango_context_set_language(lib.context, pango_language_from_string(std::string(codeOf(language)).c_str()));
  pango_context_set_round_glyph_positions(lib.context, FALSE);
  pango_cairo_update_context(lib.page, lib.context);
}

PdfCanvas::~PdfCanvas() {
  g_object_unref(library_->context);
  g_object_unref(library_->fonts);
  cairo_destroy(library_->page);
  cairo_surface_destroy(library_->surface);
}

double PdfCanvas::widthOf(const std::string& text, const TextStyle& style) {
  int width = 0;
  pango_layout_get_size(library_->layoutOf(text, style, 0).get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

double PdfCanvas::heightOf(const std::string& text, const TextStyle& style, double width) {
  int height = 0;
  pango_layout_get_size(library_->layoutOf(text, style, width).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void PdfCanvas::draw(const std::string& text, const TextStyle& style, const TextBox& box) {
  const Layout layout = library_->layoutOf(text, style, box.width);
  if (box.right) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  library_->setInk(style.ink);
  cairo_move_to(library_->page, box.x, box.y);
  pango_cairo_show_layout(library_->page, layout.get());
}

void PdfCanvas::rule(double x, double y, double width, double thickness, Ink ink) {
  library_->setInk(ink);
  cairo_set_line_width(library_->page, thickness);
  cairo_move_to(library_->page, x, y);
  cairo_line_to(library_->page, x + width, y);
  cairo_stroke(library_->page);
}

void PdfCanvas::endPage() {
  cairo_show_page(library_->page);
}

ledger::Result<std::string> PdfCanvas::finish() {
  if (!library_->missing.empty()) {
    return Error{ErrorCode::kUnavailable, "GLYPH_MISSING",
                 "no installed font has every letter of '" + library_->missing +
                     "': install fonts-noto-core, or ask for another format"};
  }
  cairo_surface_finish(library_->surface);
  const cairo_status_t status = cairo_surface_status(library_->surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    return Error{ErrorCode::kUnavailable, "PDF_UNWRITTEN",
                 std::string("the PDF was not made: ") + cairo_status_to_string(status)};
  }
  return std::move(library_->file);
}

}  // namespace projections
