// Stream bundle — all entries of one stream with the proof that they are all, for somebody who may see no others.
//
// Shape    members README, checkpoint, entries, manifest, proofs, stream, for the log under a checkpoint whose last
// entry
//          is a StreamHeads. A stream without entries gives the proof that it has none.
// Errors   kInvalid USAGE for more than one stream or a wrong name; kRefused HEADS_MISSING where the checkpoint does
// not end in heads;
//          those of the log and of the replay.
// Threads  pure functions but for the log they read.
// Source   ledger/schema/README.md section 10.
#pragma once

#include <optional>

#include "tools/asar/bundle.h"
#include "tools/asar/command.h"

namespace tools {

enum class StreamSort { kPerson, kGrant, kOrganisation, kRegion };

struct AskedStream {
  StreamSort sort = StreamSort::kPerson;
  std::string name;  // as it was typed: an id, or the code of a region
  ledger::SubjectId id;
  bool minutes = true;  // with the path of a person's minutes, which shows those of others
};

// From --person, --grant, --organisation, --region and --without-minutes; none where no stream was asked for.
ledger::Result<std::optional<AskedStream>> askedStream(const Arguments& arguments);

struct StreamMembers {
  std::vector<Member> members;
  std::uint64_t entries = 0;  // of the stream
};
ledger::Result<StreamMembers> streamMembers(const Session& session, const Reading& reading, const Published& published,
                                            const AskedStream& asked);

}  // namespace tools
