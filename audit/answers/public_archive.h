// PublicArchive — whether the archive of everything public says what the log says: without the log.
//
// Shape    each entry is led to the signed checkpoint by its bytes and its path; from these bytes the lines of JSON and
//          the tables of money are made anew and compared; each released table is compared with the hash in its entry.
//          That no public entry was left out, and that the rules held, takes the whole log, and is said to be open.
// Errors   ENTRY_TAMPERED, CHAIN_BROKEN and BUNDLE_DAMAGED with the index; FIGURES_DIFFER for lines and tables.
// Threads  single-thread.
// Source   ledger/schema/README.md, section 12.
#pragma once

#include <filesystem>

#include "audit/answers/shown_checkpoint.h"

namespace audit {

void verifyPublicArchive(const Archive& archive, const ShownQuestion& question, Answer& answer);
void verifyPublicArchiveAt(const std::filesystem::path& path, const ShownQuestion& question, Answer& answer);

}  // namespace audit
