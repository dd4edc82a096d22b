// StreamProof — whether the entries of one stream that somebody shows are all of them, and what they sum to.
//
// Shape    the entry StreamHeads binds count, last position and sums of every stream in trees. Here its own entry is
//          led to the signed checkpoint, the stream's leaf to the roots in it, and the entries shown to the leaf: by
//          their versions none can be left out. Minutes and money are counted from them once more.
// Errors   everything wrong is a finding; an entry left out, or heads older than 25 hours, is INCOMPLETE_STREAM. Where
//          a longer log was seen before it is ROLLBACK; whether it continues a shorter one, only the log can show.
// Threads  single-thread.
// Source   ledger/schema/README.md section 10; audit/README.md, "All of one stream".
#pragma once

#include <filesystem>

#include "audit/answers/shown_checkpoint.h"

namespace audit {

void verifyStream(const Archive& archive, const ShownQuestion& question, Answer& answer);
void verifyStreamAt(const std::filesystem::path& path, const ShownQuestion& question, Answer& answer);

}  // namespace audit
