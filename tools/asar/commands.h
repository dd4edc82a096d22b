// Every command of `asar`: each noun has a file of its own and gives its rows here.
#pragma once

#include "tools/asar/command.h"

namespace tools {

CommandTable allCommands();

// In the order of the help.
CommandTable genesisCommands();
CommandTable keyCommands();
CommandTable enrolCommands();
CommandTable submitCommands();
CommandTable personCommands();
CommandTable correctCommands();
CommandTable vaultCommands();
CommandTable linkCommands();
CommandTable importCommands();
CommandTable reconcileCommands();
CommandTable indicatorCommands();
CommandTable eventCommands();
CommandTable headsCommands();
CommandTable checkpointCommands();
CommandTable proofCommands();
CommandTable evidenceCommands();
CommandTable auditCommands();
CommandTable auditRaiseCommands();
CommandTable auditSampleCommands();
CommandTable recoveryCommands();
CommandTable releaseCommands();
CommandTable releaseArchiveCommands();
CommandTable rotateKeyCommands();
CommandTable journalCommands();
CommandTable reportCommands();
CommandTable accountCommands();
CommandTable drawCommands();
CommandTable bankCommands();
CommandTable projectionCommands();
CommandTable backupCommands();
CommandTable statusCommands();
CommandTable helpCommands();

}  // namespace tools
