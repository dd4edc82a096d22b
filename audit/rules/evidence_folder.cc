#include "audit/rules/evidence_folder.h"

#include <algorithm>

#include "audit/base/sha256.h"
#include "audit/log/archive.h"

namespace audit {

DocumentFound lookForDocument(const std::filesystem::path& folder, const Hash& document) {
  constexpr std::uint64_t kPieceBytes = 1U << 16U;
  const std::string name = hexOf(document);
  const auto path = folder / name.substr(0, 2) / name;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return error ? DocumentFound::kUnreadable : DocumentFound::kMissing;
  const auto source = openFile(path);
  if (!source) return DocumentFound::kUnreadable;
  Sha256 hasher;
  hasher.begin();
  Buffer piece;
  for (std::uint64_t place = 0; place < source->size(); place += piece.size()) {
    piece.resize(std::min(kPieceBytes, source->size() - place));
    if (!source->read(place, piece)) return DocumentFound::kUnreadable;
    hasher.update(piece);
  }
  return hasher.finish() == document ? DocumentFound::kWhole : DocumentFound::kAltered;
}

}  // namespace audit
