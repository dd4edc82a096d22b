#include "tools/asar/exit_code.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

ExitCode codeOf(ledger::ErrorCode code, const char* reason) {
  return exitCodeOf({code, reason, ""});
}

TEST(ExitCode, TellsRulesFromPersonsAndConflicts) {
  EXPECT_EQ(codeOf(ledger::ErrorCode::kRefused, "WRONG_STATE"), 1);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kRefused, "INTERNAL"), 1);
  for (const char* reason : {"ROLE_MISSING", "SAME_PERSON", "SELF_ATTESTATION", "SIG_INVALID", "KEY_REVOKED",
                             "KEY_FILE_OPEN", "WRONG_PASSPHRASE"}) {
    EXPECT_EQ(codeOf(ledger::ErrorCode::kRefused, reason), 7) << reason;
  }
  EXPECT_EQ(codeOf(ledger::ErrorCode::kConflict, "VERSION_CONFLICT"), 6);
}

TEST(ExitCode, NamesWhatStandsInTheWay) {
  EXPECT_EQ(codeOf(ledger::ErrorCode::kInvalid, "JSON_MALFORMED"), 1);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kInvalid, "USAGE"), 2);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kCorrupt, "LEAF_DIFFERS"), 4);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kNotFound, "PAST_THE_END"), 5);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kUnavailable, "LOCKED"), 8);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kUnavailable, "DISK_FULL"), 9);
  EXPECT_EQ(codeOf(ledger::ErrorCode::kNotFound, "NOT_INITIALISED"), 10);
}

}  // namespace
}  // namespace tools
