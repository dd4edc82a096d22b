#include "ledger/seal/witness_policy.h"

#include <algorithm>
#include <span>

#include "ledger/seal/checkpoint.h"

namespace ledger {
namespace {

constexpr std::size_t kPolicyFileBytesMax = 1 << 20;
constexpr std::size_t kNamedMax = 64;  // of logs, witnesses and groups, each

using Words = std::vector<std::string_view>;

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

Words wordsOf(std::string_view line) {
  Words words;
  for (std::size_t at = 0; at < line.size();) {
    const auto* begin = std::find_if_not(line.begin() + at, line.end(), isBlank);
    const auto* end = std::find_if(begin, line.end(), isBlank);
    if (begin != end) words.emplace_back(begin, end);
    at = static_cast<std::size_t>(end - line.begin());
  }
  return words;
}

// The public key alone, whatever name it goes by: "type ‖ key" of the third part without its type.
std::string keyBytes(std::string_view vkey) {
  const auto typed = fromBase64(vkey.substr(vkey.rfind('+') == std::string_view::npos ? 0 : vkey.find('+') + 10));
  return typed && !typed->empty() ? std::string(asText(*typed).substr(1)) : std::string();
}

class PolicyReader {
 public:
  Result<WitnessPolicy> read(std::string_view text) {
    if (text.size() > kPolicyFileBytesMax) return bad("it has more than 1 MiB");
    while (!text.empty()) {
      ++line_;
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) return bad("the last line does not end");
      ASAR_TRY(readLine(text.substr(0, end)));
      text.remove_prefix(end + 1);
    }
    if (!has_quorum_) return bad("there is no quorum line: write \"quorum NAME\" or \"quorum none\" at the end");
    return std::move(policy_);
  }

 private:
  Error bad(const std::string& why) const {
    return {ErrorCode::kInvalid, "BAD_POLICY", "line " + std::to_string(line_) + " of the policy: " + why};
  }

  Result<void> readLine(std::string_view line) {
    const bool allowed = std::ranges::all_of(line, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return c == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
    if (!allowed) return bad("it holds a control character; a line ends with a line feed alone");
    const Words words = wordsOf(line);
    if (words.empty() || words[0].starts_with('#')) return {};
    if (words[0] == "log") return readLog(words);
    if (words[0] == "witness") return readWitness(words);
    if (words[0] == "group") return readGroup(words);
    if (words[0] == "quorum") return readQuorum(words);
    return bad("it begins with \"" + std::string(words[0].substr(0, 24)) + "\", not log, witness, group or quorum");
  }

  Result<VerifierKey> readKey(std::string_view text, bool of_log, std::set<std::string>& seen) {
    auto key = parseVkey(text);
    if (!key) return bad(key.error().message);
    if ((key->type == NoteKeyType::kEd25519) != of_log)
      return bad(of_log ? "the key is one of a witness, not of a log" : "the key is one of a log, not of a witness");
    if (!seen.insert(keyBytes(text)).second) return bad("this key stands in the file already");
    return key;
  }

  Result<void> readLog(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return bad("write \"log VKEY\" or \"log VKEY URL\"");
    if (policy_.logs.size() == kNamedMax) return bad("there are more than 64 logs");
    auto key = readKey(words[1], /*of_log=*/true, log_keys_);
    if (!key) return key.error();
    policy_.logs.push_back({std::move(*key), std::string(words.size() == 3 ? words[2] : "")});
    return {};
  }

  Result<void> readWitness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) return bad("write \"witness NAME VKEY\" or \"witness NAME VKEY URL\"");
    if (policy_.witnesses.size() == kNamedMax) return bad("there are more than 64 witnesses");
    ASAR_TRY(takeName(words[1]));
    auto key = readKey(words[2], /*of_log=*/false, witness_keys_);
    if (!key) return key.error();
    policy_.witnesses.push_back(
        {std::string(words[1]), std::move(*key), std::string(words.size() == 4 ? words[3] : "")});
    return {};
  }

  Result<void> readGroup(const Words& words) {
    if (words.size() < 4) return bad("write \"group NAME all|any|NUMBER MEMBER…\"");
    if (policy_.groups.size() == kNamedMax) return bad("there are more than 64 groups");
    PolicyGroup group{std::string(words[1]), 0, {}};
    for (const std::string_view member : std::span(words).subspan(3)) {
      if (!names_.contains(std::string(member)))
        return bad("\"" + std::string(member) + "\" is no witness or group of a line above");
      if (!members_.insert(std::string(member)).second)
        return bad("\"" + std::string(member) + "\" is a member of a group already, and may be of one only");
      group.members.emplace_back(member);
    }
    if (words[2] == "all") {
      group.needed = group.members.size();
    } else if (words[2] == "any") {
      group.needed = 1;
    } else {
      const auto needed = parseDecimal(words[2]);
      if (!needed || *needed < 1 || *needed > group.members.size())
        return bad("write all, any, or a number from 1 to the " + std::to_string(group.members.size()) + " members");
      group.needed = *needed;
    }
    ASAR_TRY(takeName(words[1]));
    policy_.groups.push_back(std::move(group));
    return {};
  }

  Result<void> readQuorum(const Words& words) {
    if (words.size() != 2) return bad("write \"quorum NAME\" or \"quorum none\"");
    if (has_quorum_) return bad("it is a second quorum line");
    if (words[1] != "none" && !names_.contains(std::string(words[1])))
      return bad("\"" + std::string(words[1]) + "\" is no witness or group of a line above");
    policy_.quorum = words[1] == "none" ? "" : std::string(words[1]);
    has_quorum_ = true;
    return {};
  }

  Result<void> takeName(std::string_view name) {
    if (name == "none") return bad("none is a name of its own");
    if (!names_.insert(std::string(name)).second) return bad("the name \"" + std::string(name) + "\" is taken");
    return {};
  }

  WitnessPolicy policy_;
  std::size_t line_ = 0;
  bool has_quorum_ = false;
  std::set<std::string> names_, members_, log_keys_, witness_keys_;
};

}  // namespace

bool WitnessPolicy::isMetBy(const std::set<std::string>& cosigners) const {
  if (quorum.empty()) return true;
  std::set<std::string> satisfied = cosigners;
  for (const PolicyGroup& group : groups) {  // members stand above: one pass is enough
    const auto there = std::ranges::count_if(group.members, [&](const auto& name) { return satisfied.contains(name); });
    if (static_cast<std::size_t>(there) >= group.needed) satisfied.insert(group.name);
  }
  return satisfied.contains(quorum);
}

Result<WitnessPolicy> parseWitnessPolicy(std::string_view text) {
  return PolicyReader().read(text);
}

}  // namespace ledger
