#include "audit/answers/equivocation.h"

#include "audit/log/bundle.h"
#include "audit/log/note.h"

namespace audit {
namespace {

constexpr std::size_t kPathHashesMost = 64;

// `word SP decimal LF`, of at most `most`.
std::optional<std::uint64_t> takeNumber(std::string_view& rest, std::string_view word, std::uint64_t most) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos || end > word.size() + 20) return std::nullopt;
  const auto line = rest.substr(0, end);
  if (!line.starts_with(word)) return std::nullopt;
  const auto number = decimal(line.substr(word.size()));
  if (!number || *number > most) return std::nullopt;
  rest.remove_prefix(end + 1);
  return number;
}

std::optional<SignedCheckpoint> takeNote(std::string_view& rest) {
  const auto length = takeNumber(rest, "note ", kNoteBytesMax);
  if (!length || *length > rest.size()) return std::nullopt;
  const auto note = rest.substr(0, *length);
  rest.remove_prefix(*length);
  return SignedCheckpoint::parse(bytesOf(note));
}

std::string noteText(const SignedCheckpoint& seen) {
  return "note " + std::to_string(seen.bytes.size()) + "\n" + std::string(textOf(Bytes(seen.bytes)));
}

std::string named(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size) + " " + base64Of(checkpoint.root);
}

}  // namespace

std::optional<Equivocation> Equivocation::parse(Bytes bytes) {
  std::string_view rest = textOf(bytes);
  if (rest.size() > kEquivocationBytesMax || !rest.starts_with(kEquivocationStart)) return std::nullopt;
  rest.remove_prefix(kEquivocationStart.size());
  const auto count = takeNumber(rest, "path ", kPathHashesMost);
  if (!count) return std::nullopt;
  std::vector<Hash> path;
  constexpr std::size_t kLine = 45;  // 32 bytes in base64, and the line feed
  for (std::uint64_t i = 0; i < *count; ++i) {
    if (rest.size() < kLine || rest[kLine - 1] != '\n') return std::nullopt;
    const auto hash = base64Decoded(rest.substr(0, kLine - 1));
    if (!hash || hash->size() != 32) return std::nullopt;
    path.push_back(fixed<32>(*hash));
    rest.remove_prefix(kLine);
  }
  auto older = takeNote(rest);
  auto newer = older ? takeNote(rest) : std::nullopt;
  if (!newer || !rest.empty()) return std::nullopt;
  return Equivocation{std::move(path), std::move(*older), std::move(*newer)};
}

std::string Equivocation::text() const {
  std::string out(kEquivocationStart);
  out += "path " + std::to_string(path.size()) + "\n";
  for (const Hash& hash : path) out += base64Of(hash) + "\n";
  return out + noteText(older) + noteText(newer);
}

bool Equivocation::contradicts() const {
  const Checkpoint& before = older.checkpoint;
  const Checkpoint& after = newer.checkpoint;
  if (before.origin != after.origin) return false;
  if (before.size == after.size) return path.empty() && before.root != after.root;
  const auto roots = rootsOf(path, {before.size, after.size});
  return roots && roots->newer == after.root && roots->older != before.root;
}

void verifyEquivocation(Bytes text, const std::optional<VerifierKey>& vkey, Answer& answer) {
  Findings& findings = answer.findings;
  const auto shown = Equivocation::parse(text);
  if (!shown) return findings.add(Wrong::kBundleDamaged, "the file is no proof of equivocation in its one form");
  const Checkpoint& older = shown->older.checkpoint;
  const Checkpoint& newer = shown->newer.checkpoint;
  answer.facts = {{"origin", older.origin}, {"one", named(older)}, {"other", named(newer)}};
  if (!shown->contradicts()) {
    return findings.add(Wrong::kBundleDamaged,
                        "the two checkpoints are not shown to contradict each other: nobody is shown to have lied");
  }
  findings.checked("contradiction: no log can have both roots");
  if (!vkey) {
    return findings.couldNotCheck("who signed the two checkpoints: the log's key was not given (--vkey)");
  }
  const bool one = judgeCheckpoint(shown->older, *vkey, "the one checkpoint", findings);
  const bool other = judgeCheckpoint(shown->newer, *vkey, "the other checkpoint", findings);
  if (!one || !other) return;
  answer.facts.emplace_back("liar", vkey->text());
  findings.add(Wrong::kFork, "the log " + older.origin + " lied: its key " + vkey->text() +
                                 " signed two histories, of size " + std::to_string(older.size) + " and " +
                                 std::to_string(newer.size));
}

}  // namespace audit
