#include "projections/render/form.h"

#include <utility>

#include "projections/render/document_text.h"
#include "projections/render/pdf.h"
#include "projections/render/xlsx.h"

namespace projections {
namespace {

constexpr std::pair<std::string_view, Format> kFormats[] = {{"text", Format::kText},
                                                            {"json", Format::kJson},
                                                            {"csv", Format::kCsv},
                                                            {"xlsx", Format::kXlsx},
                                                            {"pdf", Format::kPdf}};

}  // namespace

std::optional<Format> formatNamed(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (name == known) return format;
  }
  return std::nullopt;
}

bool isBinary(Format format) {
  return format == Format::kXlsx || format == Format::kPdf;
}

ledger::Result<std::string> drawn(Document document, const Form& form) {
  document.query = form.query;
  switch (form.format) {
    case Format::kCsv:
      return documentCsv(document, form.csv);
    case Format::kXlsx:
      return documentXlsx(document);
    case Format::kPdf:
      return documentPdf(document);
    case Format::kText:
    case Format::kJson:
      break;
  }
  return documentText(document);
}

}  // namespace projections
