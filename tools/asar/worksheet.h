// Worksheet — the sample of an audit as a page to print: what was drawn, what the log says of each, and room for what
// the auditor finds.
//
// Shape    in the order of the draw. Whether a document is kept beside the log is looked up when the page is made.
// Errors   those of the log and of the codec.
// Threads  one.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/asar/draw_log.h"
#include "tools/asar/evidence_store.h"
#include "tools/asar/sample_seed.h"

namespace tools {

struct WorksheetRow {
  std::uint32_t number = 0;    // in the population, from 0
  ledger::Position entry = 0;  // by which it took effect; 0 where the population is not defined
  std::string subject;         // its id; empty as above
  std::vector<std::pair<std::string, std::string>> facts;  // name of the field, value
  std::string document;                                    // hash; empty where it names none
  std::string document_state;                              // present, missing …
};

struct Worksheet {
  ledger::SubjectId audit;
  std::string what;
  ledger::AuditOpen opened;
  SeedOrigin seed;
  std::uint32_t population = 0;
  std::vector<WorksheetRow> rows;
};

// Of the sample as it is recorded; requires that it is.
ledger::Result<Worksheet> worksheetOf(ledger::EventReader& reader, const SampleLog& log, const EvidenceStore& store,
                                      SeedOrigin seed);

ledger::JsonValue jsonOf(const Worksheet& sheet);
std::string textOf(const Session& session, const Worksheet& sheet);

}  // namespace tools
