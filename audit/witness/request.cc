#include "audit/witness/request.h"

#include "audit/base/merkle.h"

namespace audit::witness {
namespace {

constexpr std::size_t kProofHashesMax = 63;

}  // namespace

std::optional<AddRequest> AddRequest::parse(std::string_view body) {
  AddRequest request;
  const auto first = takeLine(body);
  if (!first || !first->starts_with("old ")) return std::nullopt;
  const auto old_size = decimal(first->substr(4));
  if (!old_size) return std::nullopt;
  request.old_size = *old_size;
  for (;;) {
    const auto line = takeLine(body);
    if (!line) return std::nullopt;
    if (line->empty()) break;
    const auto hash = base64Decoded(*line);
    if (!hash || hash->size() != 32 || request.proof.size() == kProofHashesMax) return std::nullopt;
    request.proof.push_back(fixed<32>(*hash));
  }
  auto note = Note::parse(bytesOf(body));
  if (!note) return std::nullopt;
  auto checkpoint = Checkpoint::parse(note->text);
  if (!checkpoint) return std::nullopt;
  request.note = std::move(*note);
  request.checkpoint = std::move(*checkpoint);
  return request;
}

Verdict judgeSignatures(const Note& note, std::span<const VerifierKey> trusted) {
  Verdict verdict;
  for (const VerifierKey& key : trusted) {
    const Signed holds = signedBy(note, key);
    if (holds == Signed::kNo) return {403, "the signature by " + key.text() + " does not verify"};
    if (holds == Signed::kAbsent) continue;
    for (const NoteSignature& line : note.signatures) {
      if (line.name != key.name || line.hash != key.hash) continue;
      verdict.trusted.push_back(line);
      break;  // of repeated lines the first counts
    }
  }
  if (verdict.trusted.empty()) return {403, "no key trusted for this origin has signed"};
  return verdict;
}

Verdict judgeGrowth(const AddRequest& request, const Seen& seen) {
  const Checkpoint& next = request.checkpoint;
  if (request.old_size > next.size) {
    return {400, "the old size " + std::to_string(request.old_size) + " is larger than the new, " +
                     std::to_string(next.size)};
  }
  if (request.old_size != seen.size) return {409, "the size that was cosigned last is " + std::to_string(seen.size)};
  if (next.size == 0 && next.root != emptyRoot()) return {422, "a tree of no entries has another root"};
  if (request.old_size == 0 || request.old_size == next.size) {
    if (!request.proof.empty()) return {422, "there is nothing to prove here: the proof has to be empty"};
    if (next.size == seen.size && next.root != seen.root) {
      return {422, "at size " + std::to_string(seen.size) + " the root " + hexOf(seen.root) + " was cosigned, not " +
                       hexOf(next.root)};
    }
    return {};
  }
  if (consistent({seen.size, next.size, seen.root, next.root}, request.proof)) return {};
  return {422, "the proof does not show that the tree of size " + std::to_string(seen.size) + " with root " +
                   hexOf(seen.root) + " is the beginning of the one of size " + std::to_string(next.size)};
}

std::string lineOf(const NoteSignature& signature) {
  Buffer bytes(signature.hash.begin(), signature.hash.end());
  bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
  return "\xE2\x80\x94 " + signature.name + " " + base64Of(bytes) + "\n";
}

}  // namespace audit::witness
