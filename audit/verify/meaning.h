// What a verdict means for who reads it, and what to do next: one sentence in Kazakh, Russian and English.
//
// Shape    of BAD_SIGNATURE there are two, that of a checkpoint and that of who signed an entry; and of OK two, since
//          a key that only the log itself names proves less.
// Threads  pure functions.
#pragma once

#include "audit/base/finding.h"
#include "audit/verify/frame_words.h"

namespace audit {

FrameWord meaningOf(Wrong wrong);
// Of the verdict of these findings. `pinned`: the key was given, and not read from what is judged.
FrameWord meaningOf(const Findings& findings, bool pinned);
// Of NOT_FOUND, where a log has no such entry or size.
FrameWord meaningOfNotFound();

}  // namespace audit
