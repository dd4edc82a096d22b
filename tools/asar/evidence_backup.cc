#include "tools/asar/evidence_backup.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>

#include "ledger/base/file_io.h"
#include "tools/asar/evidence_judge.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Digest;
using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<void> makeFolder(const std::filesystem::path& folder) {
  constexpr mode_t kOwnerAlone = 0700;
  if (::mkdir(folder.c_str(), kOwnerAlone) == 0) return ledger::syncFolder(folder.parent_path());
  if (errno == EEXIST) return {};
  return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
               folder.string() + " could not be made: " + ledger::systemMessage()};
}

// The document is at fault, not the disk that is written to.
bool isLeftOut(const Error& error) {
  return error.reason == "EVIDENCE_ALTERED" || error.reason == "EVIDENCE_MISSING" || error.reason == "FILE_UNREADABLE";
}

EvidenceFound foundBy(const Error& error) {
  if (error.reason == "EVIDENCE_MISSING") return {};
  const bool unread = error.reason == "FILE_UNREADABLE";
  return {unread ? EvidenceState::kUnreadable : EvidenceState::kAltered, {}, error.message};
}

JsonValue leftOutJson(const EvidenceLeftOut& one) {
  return JsonValue::Fields{
      {"hash", one.hash.hex()}, {"state", std::string(nameOf(one.found.state))}, {"why", one.found.why}};
}

std::string leftOutLine(const Session& session, const EvidenceLeftOut& one) {
  return "\n" + say(session.language, "backup.left.out", {one.hash.hex(), one.found.why});
}

JsonValue::Fields countsOf(const EvidenceCopied& copied) {
  return {{"documents", std::uint64_t{copied.documents.size()}}, {"bytes", copied.bytes}};
}

std::string countsLine(const Session& session, const EvidenceCopied& copied) {
  return "\n" + say(session.language, "backup.documents",
                    {groupedNumber(copied.documents.size()), groupedNumber(copied.bytes)});
}

constexpr const char* kList = "evidence.list";

std::optional<Digest> listedHash(std::string_view line) {
  const auto bytes = ledger::fromHex(line);
  if (!bytes || bytes->size() != sizeof(Digest::bytes)) return std::nullopt;
  return Digest::from(*bytes);
}

const EvidenceLeftOut* find(const EvidenceCopied& copied, const Digest& hash) {
  const auto place = std::ranges::lower_bound(copied.left_out, hash, {}, &EvidenceLeftOut::hash);
  return place != copied.left_out.end() && place->hash == hash ? &*place : nullptr;
}

}  // namespace

Result<EvidenceCopied> copyEvidence(const std::filesystem::path& from, const std::filesystem::path& to,
                                    ledger::Random& random) {
  const EvidenceStore store(from);
  const auto listed = store.list();
  EvidenceCopied copied;
  if (!listed) copied.unlisted = listed.error().message;
  if (!listed || listed->hashes.empty()) return copied;
  ASAR_TRY(makeFolder(to));
  for (const Digest& hash : listed->hashes) {
    const std::filesystem::path file = to / EvidenceStore::pathOf(hash);
    ASAR_TRY(makeFolder(file.parent_path()));
    const auto one = store.copyTo(hash, file, random);
    if (!one && !isLeftOut(one.error())) return one.error();
    if (!one) {
      copied.left_out.push_back({hash, foundBy(one.error())});
      continue;
    }
    copied.documents.push_back(hash);
    copied.bytes += one->bytes;
  }
  return copied;
}

Result<void> listCopied(const std::filesystem::path& backup, const EvidenceCopied& copied) {
  std::string list;
  for (const Digest& hash : copied.documents) list += hash.hex() + "\n";
  return ledger::writeFileAtomically(backup / kList, ledger::asBytes(list));
}

void addWhatTheBackupLost(const std::filesystem::path& backup, EvidenceCopied& copied) {
  const std::filesystem::path list = backup / kList;
  std::ifstream lines(list);
  if (!lines) copied.unlisted = list.string() + " could not be read: which documents the backup took is not known";
  std::vector<EvidenceLeftOut> lost;
  std::uint64_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto hash = listedHash(line);
    if (!hash) {
      copied.unlisted = list.string() + ", line " + std::to_string(number) + ": no hash of 64 hexadecimal digits";
    } else if (!std::ranges::binary_search(copied.documents, *hash) && find(copied, *hash) == nullptr) {
      lost.push_back({*hash, {EvidenceState::kMissing, {}, "the backup took it and has it no more"}});
    }
  }
  std::ranges::move(lost, std::back_inserter(copied.left_out));
  std::ranges::sort(copied.left_out, {}, &EvidenceLeftOut::hash);
}

void tellEvidenceCopied(const Session& session, const EvidenceCopied& copied, Answer& answer) {
  JsonValue::List left_out;
  answer.text += countsLine(session, copied);
  for (const EvidenceLeftOut& one : copied.left_out) {
    left_out.push_back(leftOutJson(one));
    answer.text += leftOutLine(session, one);
  }
  if (!copied.unlisted.empty()) answer.text += "\n" + copied.unlisted;
  if (!left_out.empty() || !copied.unlisted.empty()) answer.exit_code = kFindings;
  JsonValue evidence = countsOf(copied);
  if (!copied.unlisted.empty()) evidence.set("why", copied.unlisted);
  evidence.set("leftOut", std::move(left_out));
  answer.json.set("evidence", std::move(evidence));
}

Result<void> tellEvidenceRestored(const Session& session, ledger::EventReader& reader, const EvidenceCopied& copied,
                                  Answer& answer) {
  const auto named = evidenceNamed(reader, reader.size());
  if (!named) return named.error();
  tellEvidenceCopied(session, copied, answer);
  const EvidenceStore restored(evidenceFolder(session));
  auto judged = judgeEvidence(session, *named, [&](const Digest& hash) {
    const EvidenceLeftOut* left_out = find(copied, hash);
    return left_out == nullptr ? restored.look(hash) : left_out->found;
  });
  // Where the ledger kept no documents, nothing was lost on the way: those that the log names are elsewhere.
  if (copied.documents.empty() && copied.left_out.empty() && copied.unlisted.empty()) judged.findings.clear();
  if (!judged.findings.empty()) {
    answer.exit_code = kFindings;
    judged.text.pop_back();  // the last line ends the answer
    answer.text += "\n" + judged.text;
  }
  JsonValue evidence = *answer.json.find("evidence");
  evidence.set("named", std::uint64_t{named->size()});
  evidence.set("missing", judged.counts.missing);
  evidence.set("altered", judged.counts.altered);
  evidence.set("unreadable", judged.counts.unreadable);
  evidence.set("findings", std::move(judged.findings));
  answer.json.set("evidence", std::move(evidence));
  return {};
}

}  // namespace tools
