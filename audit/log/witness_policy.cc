#include "audit/log/witness_policy.h"

#include <algorithm>
#include <utility>

namespace audit {
namespace {

constexpr std::size_t kNamesMax = 256;  // of witnesses and groups together, and of logs

struct BadLine {
  std::string why;
};

class PolicyText {
 public:
  WitnessPolicy read(std::string_view text) {
    if (text.size() > kPolicyBytesMax) throw BadLine{"it is longer than 1 MiB"};
    while (!text.empty()) {
      ++number_;
      const auto end = text.find('\n');
      if (end == std::string_view::npos) throw BadLine{"the last line has no line feed"};
      take(text.substr(0, end));
      text.remove_prefix(end + 1);
    }
    if (!quorum_seen_) throw BadLine{"no line says the quorum"};
    return std::move(policy_);
  }
  std::size_t number() const { return number_; }

 private:
  using Words = std::vector<std::string>;

  static Words split(std::string_view line) {
    Words words;
    std::string word;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\t') || byte == 0x7F) throw BadLine{"it has a control character"};
      if (c != ' ' && c != '\t') {
        word += c;
      } else if (!word.empty()) {
        words.push_back(std::exchange(word, {}));
      }
    }
    if (!word.empty()) words.push_back(word);
    return words;
  }

  void take(std::string_view line) {
    const Words words = split(line);
    if (words.empty() || words.front().front() == '#') return;
    const std::string& what = words.front();
    if (what == "log" && (words.size() == 2 || words.size() == 3)) return takeLog(words[1]);
    if (what == "witness" && (words.size() == 3 || words.size() == 4)) return takeWitness(words);
    if (what == "group" && words.size() >= 4) return takeGroup(words);
    if (what == "quorum" && words.size() == 2) return takeQuorum(words[1]);
    throw BadLine{"it is no log, witness, group or quorum line"};
  }

  void takeLog(const std::string& text) {
    auto key = VerifierKey::parse(text);
    if (!key) throw BadLine{"the key of the log is no Ed25519 verifier key of the form name+hash+base64"};
    if (!log_keys_.insert(Buffer(key->key.begin(), key->key.end())).second)
      throw BadLine{"that key stands there already"};
    if (log_keys_.size() > kNamesMax) throw BadLine{"there are too many logs"};
    policy_.logs.push_back(std::move(*key));
  }

  void takeWitness(const Words& words) {
    const std::string& name = words[1];
    auto key = WitnessKey::parse(words[2]);
    if (!key) throw BadLine{"the key of the witness is no cosigner's key of the form name+hash+base64"};
    if (!witness_keys_.insert(key->key).second) throw BadLine{"that key stands there already"};
    claim(name);
    policy_.witnesses.emplace(name, std::move(*key));
    if (words.size() == 4) policy_.addresses.emplace(name, words[3]);
  }

  void takeGroup(const Words& words) {
    WitnessGroup group;
    group.members.assign(words.begin() + 3, words.end());
    for (const std::string& member : group.members) {
      if (!names_.contains(member)) throw BadLine{"\"" + member + "\" is named by no line above"};
      if (!grouped_.insert(member).second) throw BadLine{"\"" + member + "\" is in a group already"};
    }
    const std::uint64_t all = group.members.size();
    const auto number = decimal(words[2]);
    group.needed = words[2] == "all" ? all : words[2] == "any" ? 1 : number.value_or(0);
    if (group.needed < 1 || group.needed > all)
      throw BadLine{"a group needs all, any, or a number from 1 to that of its members"};
    claim(words[1]);
    policy_.groups.emplace(words[1], std::move(group));
  }

  void takeQuorum(const std::string& name) {
    if (quorum_seen_) throw BadLine{"a second line says the quorum"};
    quorum_seen_ = true;
    if (name == "none") return;
    if (!names_.contains(name)) throw BadLine{"\"" + name + "\" is named by no line above"};
    policy_.quorum = name;
  }

  void claim(const std::string& name) {
    if (name == "none") throw BadLine{"none can be no name"};
    if (!names_.insert(name).second) throw BadLine{"the name \"" + name + "\" is there already"};
    if (names_.size() > kNamesMax) throw BadLine{"there are too many witnesses and groups"};
  }

  WitnessPolicy policy_;
  std::size_t number_ = 0;
  bool quorum_seen_ = false;
  std::set<std::string> names_, grouped_;
  std::set<Buffer> log_keys_, witness_keys_;
};

// Groups name only what stands above them: this ends.
bool isThere(const WitnessPolicy& policy, const std::string& name, const std::set<std::string>& cosigners) {
  const auto group = policy.groups.find(name);
  if (group == policy.groups.end()) return cosigners.contains(name);
  std::uint64_t there = 0;
  for (const std::string& member : group->second.members)
    if (isThere(policy, member, cosigners)) ++there;
  return there >= group->second.needed;
}

std::string cosignatureOf(const std::string& witness, const std::string& note) {
  return "the cosignature of " + witness + " on " + note;
}

}  // namespace

bool WitnessPolicy::isMetBy(const std::set<std::string>& cosigners) const {
  return !quorum || isThere(*this, *quorum, cosigners);
}

PolicyRead readPolicy(std::string_view text) {
  PolicyText reader;
  try {
    return {reader.read(text), {}};
  } catch (const BadLine& bad) {
    return {std::nullopt, "line " + std::to_string(reader.number()) + ": " + bad.why};
  }
}

std::optional<VerifierKey> WitnessPolicy::logOf(const Note& note, std::string_view origin) const {
  std::optional<VerifierKey> named;
  for (const VerifierKey& log : logs) {
    if (log.name != origin) continue;
    if (signedBy(note, log) != Signed::kAbsent) return log;
    if (!named) named = log;
  }
  return named;
}

std::set<std::string> judgeQuorum(const Note& note, const WitnessDemand& demand, const std::string& name,
                                  Findings& findings) {
  std::set<std::string> cosigners;
  std::string told;
  for (const auto& [witness, key] : demand.policy.witnesses) {
    switch (cosignedBy(note, key, demand.not_after)) {
      case Cosigned::kYes:
        cosigners.insert(witness);
        told += (told.empty() ? "" : ", ") + witness;
        break;
      case Cosigned::kNo:
        findings.add(Wrong::kBadNoteSignature, cosignatureOf(witness, name) + " does not hold");
        break;
      case Cosigned::kUntimed:
        findings.notChecked(cosignatureOf(witness, name) + " counts for nothing: its time is 0 or still to come");
        break;
      case Cosigned::kAbsent:
        break;
    }
  }
  const std::string who = (told.empty() ? "no witness of the policy" : told) + " cosigned " + name;
  if (demand.policy.isMetBy(cosigners)) {
    findings.checked("witnesses: " + who + "; the policy asks for " + demand.policy.quorum.value_or("none"));
  } else {
    findings.add(Wrong::kNoQuorum, who + "; the policy asks for " + *demand.policy.quorum);
  }
  return cosigners;
}

void judgePolicyLog(const WitnessPolicy& policy, const LogKeys& log, Findings& findings) {
  if (policy.logs.empty() || std::ranges::any_of(policy.logs, [&](const VerifierKey& one) { return log.has(one); }))
    return;
  findings.add(Wrong::kOriginMismatch, "the policy of witnesses is for other logs than " + log.all().back().key.text());
}

void judgePolicyLog(const WitnessPolicy& policy, const VerifierKey& log, Findings& findings) {
  const bool named = policy.logs.empty() || std::ranges::any_of(policy.logs, [&](const VerifierKey& one) {
                       return one.name == log.name && one.key == log.key;
                     });
  if (!named) findings.add(Wrong::kOriginMismatch, "the policy of witnesses is for other logs than " + log.text());
}

}  // namespace audit
