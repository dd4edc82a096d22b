#include "tools/asar/commands.h"

#include <iterator>

namespace tools {

CommandTable allCommands() {
  CommandTable all;
  for (const auto& noun :
       {genesisCommands,        keyCommands,       enrolCommands,  submitCommands,     personCommands,
        correctCommands,        vaultCommands,     linkCommands,   importCommands,     reconcileCommands,
        indicatorCommands,      eventCommands,     headsCommands,  checkpointCommands, proofCommands,
        journalCommands,        evidenceCommands,  auditCommands,  auditRaiseCommands, auditSampleCommands,
        recoveryCommands,       rotateKeyCommands, reportCommands, accountCommands,    releaseCommands,
        releaseArchiveCommands, drawCommands,      bankCommands,   projectionCommands, backupCommands,
        statusCommands,         helpCommands}) {
    auto rows = noun();
    all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return all;
}

}  // namespace tools
