#include "audit/replay/replay.h"

#include <capnp/message.h>

#include "audit/replay/heads.h"
#include "audit/replay/later_kinds.h"
#include "audit/replay/named_fields.h"
#include "audit/replay/profiles.h"
#include "audit/replay/releases.h"
#include "audit/replay/rules.h"

namespace audit {

struct Expected {
  schema::Effect effect = schema::Effect::EFFECTIVE;
  std::uint64_t policy = 0;
  std::uint64_t endorses = 0;
  unsigned flags = 0;
};

namespace {

constexpr std::uint16_t kLayoutVersion = 1;
constexpr unsigned kExpectsMax = 16;
constexpr std::int64_t kEndorseWithinMs = 14 * kDayMs;
constexpr Refusal kRoleMissing{"ROLE_MISSING", "the signer holds no role that may say it"};
constexpr Refusal kWithoutBatch{"IMPORT_WITHOUT_BATCH",
                                "an import begins with ImportRecord, or is one ImportVoid alone"};

template <class Message>
typename Message::Reader readUnchecked(const void* words) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(words));
}

unsigned flagsOf(capnp::List<schema::Flag>::Reader list, bool& ascending) {
  unsigned flags = 0;
  for (const auto flag : list) {
    const unsigned bit = 1U << static_cast<unsigned>(flag);
    ascending = ascending && flags < bit;
    flags |= bit;
  }
  return flags;
}

}  // namespace

schema::Command::Reader Replay::Proposal::read() const {
  return readUnchecked<schema::Command>(command.data());
}

void Replay::stop(std::string sentence) {
  stopped_ = true;
  findings_.couldNotCheck(std::move(sentence));
}

void Replay::violated(std::uint64_t index, const Refusal& refusal, std::string_view subject) {
  std::string sentence(subject);
  if (!sentence.empty()) sentence += ": ";
  findings_.add({Wrong::kRuleViolation, index, refusal.name, sentence + refusal.why});
}

void Replay::take(const Chunk& chunk) {
  for (std::size_t i = 0; i < chunk.entries.size() && !stopped_; ++i) {
    const std::uint64_t index = chunk.first + i;
    if (chunk.entries[i].form == Form::kNotCanonical) {
      return stop("keys, roles, rules and figures from entry " + std::to_string(index) + " on, which cannot be read");
    }
    if (chunk.entries[i].form == Form::kUnknownKind) {
      return stop("semantics not checked from entry " + std::to_string(index) + " on: its kind is not known");
    }
    const auto entry = readUnchecked<schema::Entry>(chunk.words.data() + chunk.entries[i].place);
    if (entry.getVersion() != kLayoutVersion) {
      return stop("semantics not checked from entry " + std::to_string(index) + " on: layout version " +
                  std::to_string(entry.getVersion()) + " is not known");
    }
    if (entry.isSubmission()) {
      takeSubmission(index, entry);
    } else {
      takeEvent(index, entry);
    }
    last_recorded_at_ = entry.getRecordedAt();
  }
}

void Replay::finish() {
  if (!stopped_) closeSubmission();
  signatures_judged_ = signatures_.finish(findings_);
  std::string sentence = "signatures: " + std::to_string(signatures_judged_) + " of actors, over " +
                         std::to_string(submissions_ - submissions_trusted_) + " submissions";
  if (trusted_ != 0) sentence += " from entry " + std::to_string(trusted_) + " on";
  findings_.checked(std::move(sentence));
}

void Replay::takeEvent(std::uint64_t index, schema::Entry::Reader entry) {
  ++events_;
  const Bytes bytes = entry.getEvent().getCommand();
  const Event event{index, entry, readUnchecked<schema::Command>(bytes.data()), bytes};
  if (!placeEvent(event)) return;
  const auto decision = entry.getEvent().getDecision();
  if (decision.getRules() > kRulesKnown) {
    return stop("semantics not checked from entry " + std::to_string(index) + " on: rules of version " +
                std::to_string(decision.getRules()));
  }
  judgeCommand(event);
}

// The event follows its submission, in the order of the commands.
bool Replay::placeEvent(const Event& event) {
  if (!submission_) {
    findings_.add({Wrong::kChainBroken, event.index, {}, "an event stands before any submission"});
    stop("rules from entry " + std::to_string(event.index) + " on: there is no submission to judge by");
    return false;
  }
  const auto body = event.entry.getEvent();
  if (body.getSubmission() != submission_->position || body.getOrdinal() != submission_->taken ||
      event.index != submission_->position + 1 + submission_->taken) {
    findings_.add({Wrong::kChainBroken, event.index, {}, "the event does not stand at its place after its submission"});
  }
  if (event.entry.getRecordedAt() != submission_->recorded_at) {
    findings_.add({Wrong::kChainBroken, event.index, {}, "recordedAt differs from that of the submission"});
  }
  ++submission_->taken;
  submission_->bytes += event.command_bytes.size();
  submission_->command_hashes.push_back(hasher_.leaf(event.command_bytes));
  return true;
}

Case Replay::caseOf(const Event& event) const {
  Case c;
  c.index = event.index;
  c.trusted = event.index < trusted_;
  c.rules = event.entry.getEvent().getDecision().getRules();
  c.leaf = leafOf(event.index);
  c.document = event.index;
  c.recorded_at = submission_->recorded_at;
  c.seen = submission_->seen_size;
  c.person = submission_->person;
  c.key = submission_->key;
  c.assurance = submission_->assurance;
  c.visibility = submission_->visibility;
  c.batch = submission_->batch;
  return c;
}

void Replay::takeStreams(const Event& event, const StreamIds& expected) {
  if (!streams_.take(expected, event.entry.getStreams(), event.index)) {
    findings_.add({Wrong::kChainBroken,
                   event.index,
                   {},
                   "its streams, their versions or previous positions are not those recomputed"});
  }
}

void Replay::judgeCommand(const Event& event) {
  if (submission_->taken == 1) judgeKey(&event);
  if (event.command.getExpects().size() > kExpectsMax) {
    violated(event.index, {"TOO_LARGE", "a command expects the versions of at most 16 streams"}, nameOf(event.command));
  }
  for (const auto expectation : event.command.getExpects()) {
    if (expectation.getVersion() != streams_.versionBefore(idOf(expectation.getStream()))) {
      violated(event.index, {"VERSION_CONFLICT", "a stream it expects had another version"}, nameOf(event.command));
    }
  }
  // The first command was judged with the header.
  const auto key = state_.keys.find(submission_->key);
  if (submission_->taken > 1 && key != state_.keys.end() && !key->second.live)
    violated(event.index, {"KEY_REVOKED", "an earlier command of the submission ended its key"}, nameOf(event.command));
  if (event.command.isEndorse()) {
    judgeEndorsement(event);
  } else {
    judgeOwn(event);
  }
}

void Replay::takeEffect(const Case& c, schema::Command::Reader command) {
  if (listener_ != nullptr) listener_->takesEffect(state_, c, command);
  bringAbout(state_, c, command);
}

void Replay::judgeFrame(const Event& event, const std::optional<schema::Visibility>& visibility) {
  if (visibility && *visibility != submission_->visibility) {
    violated(event.index, {"CLASS_MISMATCH", "its class is not that of the submission"}, nameOf(event.command));
  }
  if (const auto refusal = judgeImportFrame(event)) violated(event.index, refusal, nameOf(event.command));
}

Refusal Replay::judgeImportFrame(const Event& event) const {
  const bool record = event.command.isImportRecord();
  const bool voiding = event.command.isImportVoid();
  if (submission_->assurance != schema::Assurance::IMPORTED) return record || voiding ? kWithoutBatch : Refusal{};
  if (!isImportable(event.command)) return {"NOT_IMPORTABLE", "an importer may not sign it alone"};
  const bool first = submission_->taken == 1;
  if (first) return record || (voiding && submission_->count == 1) ? Refusal{} : kWithoutBatch;
  return record || voiding ? kWithoutBatch : Refusal{};
}

Refusal Replay::judgeVoice(const Case& c, const Event& event, Voice voice) const {
  if (voice != Voice::kNone || event.command.isLedgerFound()) return {};
  if (event.command.isHoursClaim() && !c.imported()) {
    const bool volunteer = c.person == idOf(event.command.getHoursClaim().getVolunteer());
    if (volunteer || speaksAsClerk(state_, c))
      return {"ASSURANCE_MISMATCH", "assisted is for clerks, self and web for the volunteer"};
  }
  return kRoleMissing;
}

void Replay::judgeOwn(const Event& event) {
  judgeFrame(event, classOf(event.command));
  if (submission_->assurance == schema::Assurance::IMPORTED && event.command.isImportRecord()) {
    submission_->batch = idOf(event.command.getImportRecord().getBatch());
  }
  Case c = caseOf(event);
  const auto [voice, acts_for] = voiceOf(state_, c, event.command);
  c.acts_for = acts_for;
  tellProfiles(state_, c);
  if (const auto refusal = judgeVoice(c, event, voice)) violated(event.index, refusal, nameOf(event.command));
  const Ruling ruling = rule(state_, c, event.command);
  if (ruling.refusal) violated(event.index, ruling.refusal, nameOf(event.command));
  if (const auto refusal = judgeReleaseSeen(event.command, submission_->seen_size, submission_->seen_root))
    violated(event.index, refusal, nameOf(event.command));
  if (event.command.isStreamHeads() && event.index >= trusted_) {
    const HeadsAsked asked{event.command.getStreamHeads(), event.index, submission_->count};
    if (const auto refusal = judgeHeads(state_, streams_, asked)) violated(event.index, refusal, nameOf(event.command));
  }
  const auto effect = voice == Voice::kWithSecond ? schema::Effect::PROPOSED : schema::Effect::EFFECTIVE;
  judgeDecision(event, {effect, ruling.policy, 0, ruling.flags});
  if (event.command.isLedgerFound()) judgeFounders(event, event.command.getLedgerFound());
  const auto streams = streamsOf(state_, event.command);
  // What the entry says decides what follows: the findings are made already.
  if (event.entry.getEvent().getDecision().getEffect() == schema::Effect::PROPOSED) {
    Proposal proposal{event.index, c.recorded_at, c.person, c.acts_for, c.key, c.assurance, true, {}};
    proposal.command.resize(event.command_bytes.size() / 8);
    std::memcpy(proposal.command.data(), event.command_bytes.data(), event.command_bytes.size());
    proposals_.try_emplace(leafOf(event.index), std::move(proposal));
  } else {
    takeEffect(c, event.command);
    if (isEnrolment(event)) takeZeroSeen();
  }
  takeStreams(event, streams);
}

void Replay::judgeEndorsement(const Event& event) {
  const auto found = proposals_.find(fixed<32>(event.command.getEndorse().getProposal()));
  if (found == proposals_.end()) {
    judgeFrame(event, std::nullopt);
    violated(event.index, {"PROPOSAL_UNKNOWN", "no proposal before it has that leaf hash"}, nameOf(event.command));
    takeStreams(event, {});
    return;
  }
  Proposal& proposal = found->second;
  const auto command = proposal.read();
  judgeFrame(event, classOf(command));
  Case c = caseOf(event);
  c.second = c.person;
  c.person = proposal.person;
  c.key = proposal.key;
  c.document = proposal.position;
  c.assurance = proposal.assurance;
  const auto refused = [&](const Refusal& refusal) { violated(event.index, refusal, nameOf(command)); };
  if (!proposal.open) refused({"PROPOSAL_CLOSED", "the proposal was endorsed before"});
  if (c.recorded_at > saturated(proposal.recorded_at, kEndorseWithinMs)) {
    refused({"PROPOSAL_EXPIRED", "the proposal is older than 14 days"});
  }
  if (const auto key = state_.keys.find(proposal.key); key != state_.keys.end() && key->second.revoked)
    refused({"KEY_REVOKED", "the proposal was signed with a key that was revoked since"});
  c.acts_for = proposal.acts_for;
  const Voice voice = voiceAgain(state_, c, command);
  const auto [second, second_acts_for] = secondOf(state_, c, command);
  c.second_acts_for = second_acts_for;
  tellProfiles(state_, c);
  if (c.signer().meets(c.endorser())) refused({"SAME_PERSON", "nobody is on both sides of a proposal"});
  if (voice == Voice::kAlone) refused({"PROPOSAL_CLOSED", "it needs no second person any more"});
  if (voice == Voice::kNone || second == Voice::kNone) refused(kRoleMissing);
  const Ruling ruling = rule(state_, c, command);
  if (ruling.refusal) refused(ruling.refusal);
  judgeDecision(event, {schema::Effect::EFFECTIVE, ruling.policy, proposal.position, ruling.flags});
  const auto streams = streamsOf(state_, command);
  if (proposal.open) takeEffect(c, command);
  proposal.open = false;
  takeStreams(event, streams);
}

void Replay::judgeDecision(const Event& event, const Expected& expected) {
  const auto decision = event.entry.getEvent().getDecision();
  const auto differs = [&](const char* why) {
    violated(event.index, {"DECISION_DIFFERS", why}, nameOf(event.command));
  };
  if (decision.getRules() < std::max<std::uint16_t>(rules_, 1)) differs("the version of the rules falls");
  if (decision.getRules() < sinceOf(event.command))
    violated(event.index, {"KIND_TOO_NEW", "its kind came with later rules than those it was judged by"},
             nameOf(event.command));
  if (decision.getRules() < sinceOfFields(event.command))
    violated(
        event.index,
        {"KIND_TOO_NEW", "it has a field, or a word in one, that came with later rules than those it was judged by"},
        nameOf(event.command));
  rules_ = std::max(rules_, decision.getRules());
  if (decision.getEffect() != expected.effect) {
    differs(expected.effect == schema::Effect::PROPOSED ? "it took effect without its second person"
                                                        : "it was left a proposal although it needs no second person");
  }
  if (decision.getPolicy() != expected.policy) differs("another policy applies");
  if (decision.getEndorses() != expected.endorses) differs("it names another proposal than it endorses");
  bool ascending = true;
  const unsigned flags = flagsOf(decision.getFlags(), ascending);
  const unsigned first_seen = submission_->first_seen ? 1U << static_cast<unsigned>(schema::Flag::FIRST_SEEN) : 0;
  if (flags != (expected.flags | first_seen) || !ascending) differs("its flags are not those the rules give");
}

}  // namespace audit
