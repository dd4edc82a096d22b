#include "tools/asar/evidence_log.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <array>
#include <optional>

#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/merkle/hashing.h"
#include "tools/asar/home.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;

constexpr std::array<std::string_view, 7> kDocumentFields = {"document",    "documentHash", "dossier",   "evidence",
                                                             "mappingHash", "roster",       "sourceHash"};
// The files of an import itself, as against what its rows became.
constexpr std::array<std::string_view, 2> kImportedFiles = {"mappingHash", "sourceHash"};

// A field that holds the hash of a document: of the command, or of each item of its list.
struct DocumentField {
  std::string list;  // empty: of the command
  std::string_view name;
};

// The document fields of every kind, by its number.
std::vector<std::vector<DocumentField>> documentFields() {
  std::vector<std::vector<DocumentField>> all(ledger::kKinds);
  const auto take = [&](std::size_t kind, const std::string& list, std::string_view name) {
    const auto* const known = std::ranges::find(kDocumentFields, name);
    if (known != kDocumentFields.end()) all[kind].push_back({list, *known});
  };
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    for (const auto& field : ledger::describeFields(static_cast<ledger::Kind>(kind))) {
      take(kind, "", field.name);
      for (const auto& inner : field.inner) take(kind, field.name, inner.name);
    }
  }
  return all;
}

class Gatherer {
 public:
  Result<void> take(const ledger::StoredEntry& stored) {
    if (ledger::leafHash(stored.bytes) != stored.leaf_hash) {
      return Error{
          ErrorCode::kCorrupt, "LEAF_DIFFERS",
          "entry " + std::to_string(stored.index) + " is not the one that was recorded: its leaf hash differs"};
    }
    const auto entry = ledger::decodeStoredEntry(stored.bytes);
    if (!entry) return entry.error();
    if (const auto* submission = std::get_if<ledger::SubmissionBody>(&entry->body)) {
      const auto header = ledger::decodeHeader(submission->header);
      if (!header) return header.error();
      imported_ = header->assurance == ledger::Assurance::kImported;
      return {};
    }
    const auto command = ledger::decodeStoredCommand(std::get<ledger::EventBody>(entry->body).command);
    if (!command) return command.error();
    return takeCommand(*command, stored.index);
  }

  std::vector<EvidenceNamed> named() && {
    std::ranges::sort(named_, {}, &EvidenceNamed::entry);
    return std::move(named_);
  }

 private:
  Result<void> takeCommand(const ledger::Command& command, Position index) {
    const auto kind = ledger::kindOf(command);
    const auto& fields = fields_[static_cast<std::size_t>(kind)];
    if (fields.empty()) return {};
    const auto json = ledger::jsonOf(command);
    EvidenceNamed one{{}, index, ledger::traitsOf(kind).event, {}, 0, true};
    for (const DocumentField& field : fields) {
      one.field = field.name;
      if (field.list.empty()) {
        ASAR_TRY(takeField(json, one));
        continue;
      }
      const auto* list = json.find(field.list);
      if (list == nullptr || list->list() == nullptr) continue;
      for (const ledger::JsonValue& item : *list->list()) ASAR_TRY(takeField(item, one));
    }
    return {};
  }

  Result<void> takeField(const ledger::JsonValue& holder, EvidenceNamed one) {
    const auto* value = holder.find(one.field);
    if (value == nullptr || value->text() == nullptr) return {};
    const auto bytes = ledger::fromHex(*value->text());
    if (!bytes) return bytes.error();
    one.hash = ledger::Digest::from(*bytes);
    add(one, imported_ && std::ranges::find(kImportedFiles, one.field) == kImportedFiles.end());
    return {};
  }

  void add(const EvidenceNamed& one, bool row) {
    const auto [place, fresh] = places_.try_emplace(one.hash, named_.size());
    if (fresh) named_.push_back(one);
    EvidenceNamed& held = named_[place->second];
    ++held.times;
    held.imported = held.imported && row;
  }

  const std::vector<std::vector<DocumentField>> fields_ = documentFields();
  absl::flat_hash_map<ledger::Digest, std::size_t> places_;
  std::vector<EvidenceNamed> named_;
  bool imported_ = false;
};

}  // namespace

bool isDocumentField(std::string_view field) {
  return std::ranges::find(kDocumentFields, field) != kDocumentFields.end();
}

Result<std::vector<EvidenceNamed>> evidenceNamed(ledger::EventReader& reader, Position end) {
  Gatherer gatherer;
  for (Position at = 0; at < end;) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at++ == end) break;
      ASAR_TRY(gatherer.take(stored));
    }
  }
  return std::move(gatherer).named();
}

}  // namespace tools
