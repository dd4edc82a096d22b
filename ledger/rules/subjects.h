// Subjects — the things a command is about, from its fields and from what they lead to.
//
// Errors   UNKNOWN_SUBJECT, naming the field whose subject does not exist.
// Source   ledger/schema/README.md section 4.
#pragma once

#include "ledger/base/result.h"
#include "ledger/rules/state.h"

namespace ledger {

struct Subjects {
  SubjectId hours, activity, shift, project, programme, office, organisation, grant, funder, grantee, award, policy,
      batch, scope;
  PersonId person, volunteer, nominee;
  std::string region;

  // The stream of a role; none where the command has no such subject.
  SubjectId stream(StreamRole role) const;
};

Result<Subjects> subjectsOf(const State& state, const Command& command);

// Streams of an entry, the primary first, with the versions and previous positions it will have.
std::vector<StreamVersion> streamsOf(const State& state, Kind kind, const Subjects& subjects);
// Records that the entry at `index` stands in these streams.
void enterStreams(State& state, const std::vector<StreamVersion>& streams, Position index);

}  // namespace ledger
