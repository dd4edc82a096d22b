// Form — in which language and shape a report is wished for.
//
// Shape    text and CSV are UTF-8; XLSX and PDF are files of bytes; JSON is in no language and is not drawn from a
//          document: each report has its own.
// Errors   those of the form: csv.h, xlsx.h, pdf.h.
// Threads  pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "projections/render/csv.h"
#include "projections/render/document.h"

namespace projections {

enum class Format { kText, kJson, kCsv, kXlsx, kPdf };

// "text", "json", "csv", "xlsx", "pdf".
std::optional<Format> formatNamed(std::string_view name);
// Its bytes are for programs: a terminal cannot show them.
bool isBinary(Format format);

struct Form {
  ledger::Language language = ledger::Language::kEnglish;
  Format format = Format::kText;
  CsvWishes csv = {};
  std::string query = {};  // the command that asks
};

// Requires another format than JSON.
ledger::Result<std::string> drawn(Document document, const Form& form);

}  // namespace projections
