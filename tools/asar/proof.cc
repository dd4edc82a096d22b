#include "tools/asar/proof.h"

#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/proof/tlog_proof.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/print.h"

namespace tools {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

namespace {

constexpr ledger::Position kHashesAtOnce = 65'536;

// The exact bytes whose hash the receipt proves.
Result<ledger::Bytes> entryBytes(ledger::EventReader& reader, ledger::Position index) {
  auto read = reader.read(index, 1);
  if (!read) return read.error();
  return std::move(read->front().bytes);
}

Result<Answer> exportProof(Session& session, const Arguments& arguments) {
  const auto index = arguments.number("index", 0);
  if (!index) return index.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  const auto proofs = Proofs::open(*reading->log, *published);
  if (!proofs) return proofs.error();
  const auto receipt = proofs->receiptOf(*index);
  if (!receipt) return receipt.error();
  const std::filesystem::path file = arguments.get("file");
  ASAR_TRY(ledger::writeFileAtomically(file, ledger::asBytes(*receipt)));
  if (const auto entry_file = arguments.find("entry")) {
    const auto entry = entryBytes(*reading->reader, *index);
    if (!entry) return entry.error();
    ASAR_TRY(ledger::writeFileAtomically(*entry_file, *entry));
  }
  const std::string vkey = ledger::vkeyText(reading->founding.log_key);
  Answer answer;
  answer.json = JsonValue::Fields{{"index", *index}, {"file", file.string()}, {"vkey", vkey}};
  answer.text = say(session.language, "proof.done",
                    {groupedNumber(*index), file.string(), groupedNumber(published->checkpoint.size), vkey});
  answer.checkpoint = checkpointJson(published->checkpoint);
  return answer;
}

}  // namespace

Result<Proofs> Proofs::open(ledger::EventLog& log, Published published) {
  Proofs proofs(log, std::move(published));
  const ledger::Position size = proofs.published_.checkpoint.size;
  while (proofs.tree_.size() < size) {
    const auto count = std::min(kHashesAtOnce, size - proofs.tree_.size());
    const auto hashes = log.leafHashes(proofs.tree_.size(), count);
    if (!hashes) return hashes.error();
    for (const ledger::Digest& hash : *hashes) proofs.tree_.append(hash);
  }
  return proofs;
}

Result<std::vector<ledger::Digest>> Proofs::pathOf(ledger::Position index) const {
  const ledger::Position size = published_.checkpoint.size;
  if (index >= size) {
    return Error{ErrorCode::kNotFound, "NOT_PUBLISHED",
                 "entry " + std::to_string(index) + " is not under the newest checkpoint, which has size " +
                     std::to_string(size) + ": sign one with `asar checkpoint create`"};
  }
  return tree_.inclusion(index, size,
                         [&](ledger::Position first, std::size_t count) { return log_->leafHashes(first, count); });
}

Result<std::string> Proofs::receiptOf(ledger::Position index) const {
  auto path = pathOf(index);
  if (!path) return path.error();
  return ledger::tlogProofText({"", index, std::move(*path), published_.note});
}

Result<void> writeReceipts(const Proofs& proofs, std::span<const SubmittedAt> submitted,
                           const std::filesystem::path& folder) {
  ASAR_TRY(ledger::makeFolders(folder));
  for (const SubmittedAt& one : submitted) {
    const auto receipt = proofs.receiptOf(one.index);
    if (!receipt) return receipt.error();
    ASAR_TRY(ledger::writeFileAtomically(folder / (one.id.text() + ".tlog-proof"), ledger::asBytes(*receipt)));
  }
  return {};
}

CommandTable proofCommands() {
  return {{"export", "proof", {{"index"}, {"file"}}, {{"entry", "FILE"}}, exportProof}};
}

}  // namespace tools
