#include "ledger/seal/witness_check.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr const char* kNextStep =
    ": nothing is signed. Look for the log that holds it, in backups and on other machines, and restore it. If those "
    "entries are lost for good, this log and its key sign no more: found a new ledger, with a name and key of its own. "
    "If you are sure that the witness errs, ask its operator, and take it out of the policy until it is mended";

Error rollback(const WitnessStatement& statement, const SigningMoment& moment, const std::string& proof) {
  return {ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
          "the witness " + statement.name + " holds this log with " + std::to_string(statement.holds) +
              " entries, here are only " + std::to_string(moment.size) + proof + kNextStep};
}

Error fork(const WitnessStatement& statement, const std::string& figures) {
  return {ErrorCode::kCorrupt, "FORK_SUSPECTED",
          "the witness " + statement.name + " holds another tree under this log's name: " + figures + kNextStep};
}

Result<void> judgeAhead(const WitnessStatement& statement, const SigningMoment& moment, const LogView& log) {
  if (!statement.proven) {
    if (statement.holds > moment.size) return rollback(statement, moment, " (it shows no proof)");
    return fork(statement, "it says that " + std::to_string(statement.holds) +
                               " entries were signed, which is more than this ledger remembers to have signed, and "
                               "shows no proof");
  }
  const Checkpoint& proven = *statement.proven;
  if (proven.size > moment.size) return rollback(statement, moment, ", and shows this log's own signature");
  const auto root = log.root_at(proven.size);
  if (!root) return root.error();
  if (*root == proven.root) return {};
  return fork(statement, "at size " + std::to_string(proven.size) + " this log's own signature says root " +
                             proven.root.hex() + ", here it is " + root->hex());
}

// Whether it told what it holds. That it does not know the log says enough where nothing was ever signed.
bool hasTold(const WitnessStatement& statement, Position signed_here) {
  return statement.answer == WitnessAnswer::kCosigned || statement.answer == WitnessAnswer::kAhead ||
         (statement.answer == WitnessAnswer::kUnknownLog && signed_here == 0);
}

Result<void> judgeSilence(const std::vector<WitnessStatement>& statements, const SigningMoment& moment) {
  if (!moment.signed_unpublished || moment.size <= *moment.signed_unpublished || statements.empty()) return {};
  const Position signed_here = *moment.signed_unpublished;
  if (std::ranges::any_of(statements, [&](const WitnessStatement& one) { return hasTold(one, signed_here); }))
    return {};
  std::string reasons;
  for (const WitnessStatement& one : statements) reasons += (reasons.empty() ? "" : "; ") + one.name + ": " + one.why;
  return Error{ErrorCode::kUnavailable, "WITNESSES_SILENT",
               "no witness told what it holds of this log (" + reasons + "), nothing is published here, and of " +
                   std::to_string(moment.size) + " entries " + std::to_string(signed_here) +
                   " are known to be signed, as in a restored backup: nothing is signed, recording goes on. Sign again "
                   "when a witness of the policy can be reached, or put back the folder tiles that was published last"};
}

Result<void> judgeClock(const std::vector<WitnessStatement>& statements, std::uint64_t now) {
  std::size_t telling = 0;
  std::size_t off = 0;
  std::string figures;
  for (const WitnessStatement& statement : statements) {
    if (statement.time == 0) continue;
    ++telling;
    const bool ahead = now > statement.time;
    const std::uint64_t by = ahead ? now - statement.time : statement.time - now;
    if (by <= kClockToleranceSeconds) continue;
    ++off;
    figures +=
        (figures.empty() ? "" : ", ") + std::to_string(by) + " s " + (ahead ? "ahead of " : "behind ") + statement.name;
  }
  if (2 * off <= telling) return {};
  return Error{ErrorCode::kRefused, "CLOCK_OFF",
               "the clock of this machine is " + figures +
                   ": nothing is signed, recording goes on. Set the clock (timedatectl), then sign again"};
}

}  // namespace

Result<void> maySign(const std::vector<WitnessStatement>& statements, const SigningMoment& moment, const LogView& log) {
  for (const WitnessStatement& statement : statements) {
    if (statement.answer == WitnessAnswer::kAhead) ASAR_TRY(judgeAhead(statement, moment, log));
    if (statement.answer == WitnessAnswer::kOtherTree) return fork(statement, statement.why);
  }
  ASAR_TRY(judgeSilence(statements, moment));
  return judgeClock(statements, moment.now);
}

}  // namespace ledger
