// Bundles of one stream made for tests, out of the ledger's own state, to be changed before they are judged.
#pragma once

#include "audit/answers/stream_proof.h"
#include "ledger/rules/heads.h"
#include "tests/audit/world.h"

namespace audit::tests {

// What an operator says of the ledger as it is now.
ledger::StreamHeads headsNow(World& world);

// Requires that the last entry of the log is a StreamHeads. Everything may be changed until members() is asked for.
struct MadeStream {
  MadeStream(World& world, std::string sort, std::string name, const ledger::SubjectId& id);

  Members members() const;
  Answer judged() const;
  std::string verdict() const { return judged().findings.verdict(); }

  std::string sort;
  std::string name;
  ledger::SubjectId id;
  std::uint64_t heads = 0;
  std::vector<Buffer> log;                     // the proofs are paths in the tree of these
  std::map<std::uint64_t, Buffer> shown;       // entries
  std::map<std::uint64_t, std::uint64_t> own;  // positions of those of the stream, by version
  ledger::HeadTrees trees;
  bool with_minutes = true;
  ledger::KeyPair log_key;
  std::string stream;  // the member; as follows from the trees where empty

  std::string streamText() const;

 private:
  void show(std::uint64_t event);
  // The line `command` and the path that leads from an event's command to what was signed; nothing of a submission.
  std::string commandPath(const Buffer& bytes) const;
};

}  // namespace audit::tests
