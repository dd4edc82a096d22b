// What `explain` says around the fields, in three languages. {0} … {3} stand for values.
#pragma once

#include <initializer_list>
#include <string>

#include "ledger/schema/words/words.h"

namespace audit {

enum class Phrase {
  kEntry,         // index, moment
  kLeaf,          // hash
  kSubmission,    // count, class
  kSubmissionId,  // id
  kSaw,           // size, root
  kSawNothing,
  kEvent,      // ordinal, count, index of the submission
  kPerson,     // id
  kKey,        // key
  kAssurance,  // word, moment
  kSignatureHolds,
  kSignatureFails,
  kStreams,
  kStream,         // name, id, version, previous
  kFirstOfStream,  // name, id
  kProposed,
  kEndorses,    // index
  kProposedBy,  // id
  kRules,       // version
  kPolicy,      // index
  kFlagged,     // word
  kHeld,
  kBroken,       // name, sentence
  kAltered,      // index, name, sentence
  kTileDamaged,  // index, name, sentence
  kNotKnown,
  kUnknownKind,
  kUnreadable,
};

std::string phrase(ledger::Language language, Phrase which, std::initializer_list<std::string> values = {});

}  // namespace audit
