// Subjects — the things a command is about, from its fields and from what they lead to.
//
// Errors   UNKNOWN_SUBJECT, naming the field whose subject does not exist.
// Source   ledger/schema/README.md section 4.
#pragma once

#include <array>

#include "ledger/base/result.h"
#include "ledger/rules/state.h"

namespace ledger {

// One for each role of a stream; none where the command has no such subject. A person's id is that of its stream.
class Subjects {
 public:
  SubjectId& operator[](StreamRole role) { return ids_[static_cast<std::size_t>(role)]; }
  const SubjectId& operator[](StreamRole role) const { return ids_[static_cast<std::size_t>(role)]; }
  PersonId person(StreamRole role) const { return PersonId{(*this)[role].bytes}; }

  void setRegion(const std::string& code) { (*this)[StreamRole::kRegion] = regionStream(code); }

 private:
  std::array<SubjectId, kEnumerants<StreamRole>> ids_{};
};

Result<Subjects> subjectsOf(const State& state, const Command& command);

// Streams of an entry, the primary first, with the versions and previous positions it will have.
std::vector<StreamVersion> streamsOf(const State& state, Kind kind, const Subjects& subjects);
// Records that the entry at `index` stands in these streams.
void enterStreams(State& state, const std::vector<StreamVersion>& streams, Position index);

}  // namespace ledger
