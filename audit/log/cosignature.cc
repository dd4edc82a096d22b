#include "audit/log/cosignature.h"

#include "audit/base/ed25519.h"
#include "audit/base/sha256.h"
#include "audit/base/utf8.h"

namespace audit {
namespace {

constexpr std::uint8_t kCosignatureKey = 4;
constexpr std::size_t kTimeBytes = 8;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kWitnessesMax = 64;

std::vector<std::string_view> wordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const auto start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) break;
    line.remove_prefix(start);
    words.push_back(line.substr(0, line.find_first_of(" \t\r")));
    line.remove_prefix(words.back().size());
  }
  return words;
}

}  // namespace

std::optional<WitnessKey> WitnessKey::parse(std::string_view vkey) {
  const auto first = vkey.find('+');
  if (first == std::string_view::npos || vkey.size() < first + 10 || vkey[first + 9] != '+') return std::nullopt;
  const auto typed = base64Decoded(vkey.substr(first + 10));
  const auto name = vkey.substr(0, first);
  if (name.empty() || !isUtf8(name) || hasSpace(name) || !typed || typed->size() != 33 ||
      (*typed)[0] != kCosignatureKey)
    return std::nullopt;
  Buffer named(name.begin(), name.end());
  named.push_back('\n');
  named.insert(named.end(), typed->begin(), typed->end());
  WitnessKey key{std::string(name), fixed<4>(Bytes(sha256(named)).first(4)), fixed<32>(Bytes(*typed).subspan(1))};
  if (hexOf(key.hash) != vkey.substr(first + 1, 8) || !acceptableKey(key.key)) return std::nullopt;
  return key;
}

std::optional<std::uint64_t> cosignedAt(const Note& note, const WitnessKey& witness) {
  for (const NoteSignature& line : note.signatures) {
    if (line.name != witness.name || line.hash != witness.hash) continue;
    if (line.signature.size() != kTimeBytes + kSignatureBytes) return std::nullopt;
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < kTimeBytes; ++i) time = time << 8U | line.signature[i];
    const std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n" + note.text;
    if (time == 0 || !signatureHolds(witness.key, bytesOf(message), Bytes(line.signature).subspan(kTimeBytes)))
      return std::nullopt;
    return time;
  }
  return std::nullopt;
}

std::optional<std::vector<PolicyWitness>> witnessesOf(std::string_view policy) {
  std::vector<PolicyWitness> witnesses;
  while (!policy.empty()) {
    const auto line = policy.substr(0, policy.find('\n'));
    policy.remove_prefix(std::min(line.size() + 1, policy.size()));
    const auto words = wordsOf(line);
    if (words.empty() || words[0].starts_with('#')) continue;
    if (words[0] == "log" || words[0] == "group" || words[0] == "quorum") continue;
    if (words[0] != "witness" || words.size() < 3 || words.size() > 4 || witnesses.size() == kWitnessesMax)
      return std::nullopt;
    auto key = WitnessKey::parse(words[2]);
    if (!key) return std::nullopt;
    witnesses.push_back({std::string(words[1]), std::move(*key), std::string(words.size() == 4 ? words[3] : "")});
  }
  return witnesses;
}

}  // namespace audit
