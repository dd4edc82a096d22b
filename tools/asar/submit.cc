// asar submit: JSON Lines of commands → signed submissions → receipts.
#include "tools/asar/submit.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <istream>
#include <ostream>

#include "ledger/base/file_io.h"
#include "ledger/event/json.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/progress.h"
#include "tools/asar/proof.h"
#include "tools/asar/signing.h"
#include "tools/asar/submissions.h"
#include "tools/asar/vault_home.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<std::vector<LineCommand>> readInput(Session& session, const Arguments& arguments) {
  const std::string file = arguments.get("file", "-");
  if (file == "-") return readCommands(session.in, session.random);
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    const bool missing = errno == ENOENT;
    return Error{missing ? ErrorCode::kNotFound : ErrorCode::kUnavailable, missing ? "FILE_MISSING" : "FILE_UNREADABLE",
                 file + " could not be opened: " + ledger::systemMessage()};
  }
  return readCommands(in, session.random);
}

std::optional<ledger::Visibility> classWithin(const ledger::State& state, const ledger::CommandBody& body) {
  if (const auto* endorsement = body.as<ledger::Endorse>()) {
    const auto* proposal = state.proposals.find(endorsement->proposal);
    return proposal == nullptr ? std::nullopt : std::optional(proposal->visibility);
  }
  const auto* voiding = body.as<ledger::ImportVoid>();
  const auto* batch = voiding == nullptr ? nullptr : state.batches.find(voiding->batch);
  return batch == nullptr ? std::nullopt : std::optional(batch->visibility);
}

JsonValue receiptJson(const ledger::SubmissionId& id, const ledger::Receipt& receipt) {
  return JsonValue::Fields{{"submissionId", id.text()},
                           {"ledger", receipt.ledger.text()},
                           {"submission", receipt.submission},
                           {"count", std::uint64_t{receipt.count}},
                           {"recordedAt", ledger::Instant{receipt.recorded_at, 0}.text()},
                           {"leafHash", receipt.leaf_hash.hex()},
                           {"alreadyKnown", receipt.already_known}};
}

// Where a write is in doubt, or a group is refused after others were taken: what was taken, and how to go on.
Error unfinished(const Error& error, const Group& group, const Signing& signing, std::size_t taken) {
  const std::string first = std::to_string(group.first_line);
  std::string message = group.first_line == group.last_line
                            ? "line " + first
                            : "lines " + first + " to " + std::to_string(group.last_line);
  message += ": " + error.message;
  if (error.code == ErrorCode::kUnavailable) {
    message += "; submission " + group.id.text() + " is in doubt: run again with --submission-id " +
               signing.first_id.text() + ", which repeats nothing that was recorded";
  } else if (taken > 0) {
    message += "; " + std::to_string(taken) + " submissions before it are recorded: mend the line and run again with " +
               "--submission-id " + signing.first_id.text();
  }
  return {error.code, error.reason, message};
}

Result<ledger::Receipt> submitGroup(Session& session, Writing& writing, const Signing& signing, const Group& group) {
  auto known = writing.ledger->receiptOf(group.id);
  if (!known) return writing.ledger->submit(signGroup(group, signing, session.clock.now()));
  ASAR_TRY(checkSameContent(*writing.reader, *known, group, signing));
  known->already_known = true;
  return known;
}

std::string receiptText(const Session& session, const ledger::SubmissionId& id, const ledger::Receipt& receipt) {
  const std::string entries =
      say(session.language, "submit.receipt",
          {std::to_string(receipt.submission), std::to_string(receipt.submission + receipt.count)});
  return id.text() + "  " + entries + "  " + ledger::Instant{receipt.recorded_at, 0}.text() + "  " +
         receipt.leaf_hash.hex() +
         (receipt.already_known ? "  " + std::string(say(session.language, "submit.known")) : "") + "\n";
}

Result<void> proveSubmitted(const Session& session, const std::optional<Published>& published,
                            const std::vector<SubmittedAt>& submitted, const std::string& folder) {
  if (!published) {
    return Error{ErrorCode::kNotFound, "NO_CHECKPOINT",
                 "all is recorded, but without the log key no checkpoint was signed, so that " + folder +
                     " holds no receipts: `asar export proof` makes them after the next checkpoint"};
  }
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto proofs = Proofs::open(*reading->log, *published);
  if (!proofs) return proofs.error();
  return writeReceipts(*proofs, submitted, folder);
}

Result<Answer> submitAll(Session& session, const Arguments& arguments, Writing& writing, const Signing& signing,
                         const std::vector<Group>& groups) {
  Answer answer;
  std::vector<SubmittedAt> submitted;
  JsonValue::List receipts;
  Progress progress(session, "progress.submit", groups.size());
  for (const Group& group : groups) {
    const auto receipt = submitGroup(session, writing, signing, group);
    if (!receipt) {
      if (!receipts.empty()) sealAfterwards(session, arguments, writing, answer);
      return unfinished(receipt.error(), group, signing, receipts.size());
    }
    submitted.push_back({group.id, receipt->submission});
    receipts.push_back(receiptJson(group.id, *receipt));
    // A receipt is said as soon as it holds, so that a run that is cut off leaves no doubt about those before.
    if (!session.json) session.out << receiptText(session, group.id, *receipt) << std::flush;
    progress.advance();
  }
  answer.json = JsonValue::Fields{{"submissionId", signing.first_id.text()}, {"receipts", std::move(receipts)}};
  const auto published = sealAfterwards(session, arguments, writing, answer);
  if (const auto folder = arguments.find("proofs")) ASAR_TRY(proveSubmitted(session, published, submitted, *folder));
  return answer;
}

Result<Answer> submit(Session& session, const Arguments& arguments) {
  auto lines = readInput(session, arguments);
  if (!lines) return lines.error();
  if (lines->empty()) return Error{ErrorCode::kInvalid, "NOTHING_TO_SUBMIT", "there is no command in the input"};
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  return submitLines(session, arguments, *writing, *signing, std::move(*lines));
}

}  // namespace

std::optional<Published> sealAfterwards(Session& session, const Arguments& arguments, Writing& writing,
                                        Answer& answer) {
  const auto published = publishCheckpoint(session, arguments, writing);
  if (published) {
    answer.checkpoint = checkpointJson(published->checkpoint);
    return *published;
  }
  if (!session.quiet) session.err << say(session.language, "submit.not.sealed", {published.error().message}) << "\n";
  return std::nullopt;
}

Result<Answer> submitLines(Session& session, const Arguments& arguments, Writing& writing, const Signing& signing,
                           std::vector<LineCommand> lines) {
  const ClassOf class_of = [&](const ledger::CommandBody& body) {
    std::optional<ledger::Visibility> visibility;
    writing.ledger->inspect([&](const ledger::State& state) { visibility = classWithin(state, body); });
    return visibility;
  };
  const auto groups = groupCommands(std::move(lines), signing.first_id, class_of);
  const bool opens = std::ranges::any_of(groups, [](const Group& group) { return !group.openings.empty(); });
  if (opens && writing.vault) ASAR_TRY(unlockVault(session, arguments, *writing.vault));
  if (arguments.has("dry-run")) {
    std::vector<ledger::Submission> submissions;
    submissions.reserve(groups.size());
    for (const Group& group : groups) submissions.push_back(signGroup(group, signing, session.clock.now()));
    ASAR_TRY(writing.ledger->judgeOnly(submissions));
    return Answer{JsonValue::Fields{{"submissions", std::uint64_t{groups.size()}}},
                  say(session.language, "submit.would.be.taken", {std::to_string(groups.size())}),
                  {},
                  kOk};
  }
  return submitAll(session, arguments, writing, signing, groups);
}

CommandTable submitCommands() {
  return {{"submit",
           "",
           {{"file", false}},
           {{"key", "FILE", true},
            {"person", "ID"},
            {"assurance", "self|assisted|imported"},
            {"submission-id", "ID"},
            {"signed-at", "TIME"},
            {"proofs", "FOLDER"},
            {"dry-run", ""},
            {"passphrase-file", "FILE"},
            {"vault-passphrase-file", "FILE"}},
           submit}};
}

}  // namespace tools
