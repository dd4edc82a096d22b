// Submissions — commands of a JSON Lines input, grouped as the ledger takes them, and signed.
//
// Shape    a group is a run of commands of one visibility class within the limits of a submission, in input order.
//          The id of the first group is given or drawn, those of the others follow from it: the same input with
//          the same first id makes the same groups with the same ids, so that a run can be repeated.
//          A line may hold "openings" (openings_json.h): values behind its commitments, which travel beside it.
// Errors   those of the JSON gate and the codec, with the number of the line.
// Threads  pure functions but for `random`.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event_reader.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/envelope.h"
#include "ledger/sequencer.h"

namespace tools {

struct LineCommand {
  std::size_t line = 0;
  ledger::Command command;
  std::vector<ledger::Opening> openings;
  bool drawn = false;  // salts, which are others whenever the line is read
};

struct Group {
  ledger::SubmissionId id;
  ledger::Visibility visibility = ledger::Visibility::kPublic;
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  std::size_t bytes = 0;
  std::vector<ledger::Command> commands;
  std::vector<ledger::Opening> openings;
  bool drawn = false;
};

struct Signing {
  ledger::KeyPair key;
  ledger::PersonId person;
  ledger::LedgerId ledger;
  ledger::Assurance assurance = ledger::Assurance::kSelf;
  ledger::SubmissionId first_id;
  ledger::Seen seen;
  std::optional<ledger::UtcMs> signed_at;  // the clock's time where empty
};

// Empty lines are passed over.
ledger::Result<std::vector<LineCommand>> readCommands(std::istream& in, ledger::Random& random);

// The class of what an endorsement or the voiding of a batch is about; nothing where the log does not know it.
using ClassOf = std::function<std::optional<ledger::Visibility>(const ledger::CommandBody& body)>;
std::vector<Group> groupCommands(std::vector<LineCommand> lines, const ledger::SubmissionId& first_id,
                                 const ClassOf& class_of);

ledger::Seen seenOf(const std::optional<ledger::Checkpoint>& newest);
// Whether what is recorded under the group's id is the group, whatever its nonces; kConflict SUBMISSION_CONFLICT if
// not.
ledger::Result<void> checkSameContent(ledger::EventReader& reader, const ledger::Receipt& recorded, const Group& group,
                                      const Signing& signing);
ledger::Submission signGroup(const Group& group, const Signing& signing, ledger::UtcMs now);

}  // namespace tools
