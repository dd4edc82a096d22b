#include "audit/answers/explain.h"

#include <capnp/message.h>
#include <capnp/schema.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "audit/answers/answer.h"
#include "audit/answers/explain_words.h"
#include "audit/answers/field_words.h"
#include "audit/answers/told_fields.h"
#include "audit/base/ed25519.h"
#include "audit/log/bundle.h"
#include "audit/replay/listener.h"
#include "audit/replay/signature_queue.h"
#include "audit/replay/spelt.h"
#include "audit/verify/meaning.h"
#include "audit/verify/report.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"
#include "ledger/schema/words/deeds.h"

namespace audit {
namespace {

namespace schema = ::ledger::schema;
using ledger::Language;

constexpr std::uint64_t kKindAnnotation = 0x98b2cfaa0885020e;

template <class Message>
typename Message::Reader readUnchecked(Bytes bytes) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(static_cast<const void*>(bytes.data())));
}

struct KindTold {
  std::string command;
  std::string event;
  std::string does;
  std::vector<std::string> streams;
};

capnp::StructSchema::Field memberOf(schema::Command::Reader command) {
  const auto members = capnp::Schema::from<schema::Command>().asStruct().getUnionFields();
  return members[static_cast<unsigned>(command.which())];
}

KindTold kindTold(schema::Command::Reader command) {
  const auto member = memberOf(command);
  KindTold kind{member.getProto().getName().cStr(), {}, {}, {}};
  for (const auto annotation : member.getProto().getAnnotations()) {
    if (annotation.getId() != kKindAnnotation) continue;
    const auto facts = annotation.getValue().getStruct().getAs<schema::KindOf>();
    kind.event = facts.getEvent().cStr();
    kind.does = facts.getDoes().cStr();
    for (const auto stream : facts.getStreams()) kind.streams.emplace_back(stream.cStr());
  }
  return kind;
}

// Knows the currency of each grant, once the log was replayed.
class CurrencyListener final : public Listener {
 public:
  void takesEffect(const State&, const Case&, schema::Command::Reader) override {}
  void ended(const State& state, Tree&, bool) override {
    for (const auto& [id, grant] : state.grants) currencies_[id] = grant.currency;
  }
  const GrantCurrencies& all() const { return currencies_; }

 private:
  GrantCurrencies currencies_;
};

class Explainer {
 public:
  Explainer(const Archive& archive, Language language, const GrantCurrencies& currencies, Explained& explained)
      : archive_(archive),
        language_(language),
        currencies_(currencies),
        explained_(explained),
        size_(explained.audit.facts.size) {}

  void run(std::uint64_t index) {
    const Chunk chunk = chunkOf(index);
    const auto* place = placeIn(chunk, index);
    if (place == nullptr || place->form == Form::kNotCanonical) return say(Phrase::kUnreadable);
    const Bytes bytes = chunk.entry(index % kTileWidth);
    const Hash leaf = sha256Leaf(bytes);
    // Of an unknown kind only the command is unknown, the entry around it is not, where it passes alone.
    if (place->form == Form::kUnknownKind && !forms_.entry(bytes).ok()) return say(Phrase::kUnknownKind);
    const auto entry = readUnchecked<schema::Entry>(bytes);
    say(Phrase::kEntry, {std::to_string(index), momentText(entry.getRecordedAt(), 0)});
    if (entry.isSubmission()) {
      if (place->form == Form::kUnknownKind) return say(Phrase::kUnknownKind);
      tellSubmission(entry.getSubmission(), index);
    } else {
      tellEvent(entry, place->form == Form::kCanonical);
    }
    tellFindings(index, entry.isEvent() ? entry.getEvent().getSubmission() : index);
    say(Phrase::kLeaf, {hexOf(leaf)});
  }

 private:
  void say(Phrase what, std::initializer_list<std::string> values = {}) {
    explained_.text += phrase(language_, what, values);
  }

  static Hash sha256Leaf(Bytes bytes) { return Sha256().leaf(bytes); }
  Chunk chunkOf(std::uint64_t index) const { return makeChunk(archive_, forms_, {index / kTileWidth, size_}); }
  static const ChunkEntry* placeIn(const Chunk& chunk, std::uint64_t index) {
    const std::size_t place = index % kTileWidth;
    return chunk.broken || place >= chunk.entries.size() ? nullptr : &chunk.entries[place];
  }
  // Of an entry that the explained one names: null where it is not there, not canonical or of another sort.
  template <class Tell>
  bool withEntry(std::uint64_t index, const Tell& tell) const {
    if (index >= size_) return false;
    const Chunk chunk = chunkOf(index);
    const auto* place = placeIn(chunk, index);
    if (place == nullptr || place->form != Form::kCanonical) return false;
    tell(readUnchecked<schema::Entry>(chunk.entry(index % kTileWidth)));
    return true;
  }

  void tellSubmission(schema::SubmissionBody::Reader body, std::uint64_t index) {
    const auto header = readUnchecked<schema::Header>(body.getHeader());
    say(Phrase::kSubmission, {std::to_string(header.getCount()), spelt(header.getVisibility())});
    say(Phrase::kSubmissionId, {idText(fixed<16>(header.getSubmission()))});
    tellSigner(body, index);
    if (header.getSeen().getSize() == 0) return say(Phrase::kSawNothing);
    say(Phrase::kSaw, {std::to_string(header.getSeen().getSize()), base64Of(header.getSeen().getRoot())});
  }

  void tellSigner(schema::SubmissionBody::Reader body, std::uint64_t index) {
    const auto header = readUnchecked<schema::Header>(body.getHeader());
    say(Phrase::kPerson, {idText(fixed<16>(header.getPerson()))});
    say(Phrase::kKey, {base64Of(header.getKey())});
    say(Phrase::kAssurance,
        {codeIn(language_, "Assurance", spelt(header.getAssurance())), momentText(header.getSignedAt(), 0)});
    const Buffer message = signedBytes(body.getHeader());
    const auto lines = body.getSignatures();
    bool holds = lines.size() != 0 && (index == 0 || lines.size() == 1);
    for (const auto line : lines)
      holds = holds && signatureHolds(fixed<32>(line.getKey()), message, line.getSignature());
    holds = holds && same(lines[0].getKey(), header.getKey());
    say(holds ? Phrase::kSignatureHolds : Phrase::kSignatureFails);
  }

  void tellEvent(schema::Entry::Reader entry, bool known) {
    const auto body = entry.getEvent();
    std::vector<std::string> streams;
    if (known) {
      const auto command = readUnchecked<schema::Command>(body.getCommand());
      streams = tellCommand(command);
      if (command.isEndorse()) streams = tellEndorsed(body.getDecision().getEndorses());
    } else {
      say(Phrase::kUnknownKind);
    }
    const bool signer = withEntry(body.getSubmission(), [&](schema::Entry::Reader submission) {
      if (!submission.isSubmission()) return say(Phrase::kUnreadable);
      const auto header = readUnchecked<schema::Header>(submission.getSubmission().getHeader());
      say(Phrase::kEvent, {std::to_string(body.getOrdinal() + std::uint64_t{1}), std::to_string(header.getCount()),
                           std::to_string(body.getSubmission())});
      tellSigner(submission.getSubmission(), body.getSubmission());
    });
    if (!signer) say(Phrase::kUnreadable);
    tellStreams(entry.getStreams(), streams);
    tellDecision(body.getDecision());
  }

  // The names of its kind's streams.
  std::vector<std::string> tellCommand(schema::Command::Reader command) {
    auto kind = kindTold(command);
    explained_.text += kind.event + ": " + std::string(ledger::deedIn(language_, kind.command, kind.does)) + "\n";
    const capnp::DynamicStruct::Reader whole = command;
    explained_.text += toldFields(whole.get(memberOf(command)).as<capnp::DynamicStruct>(), language_, currencies_);
    return std::move(kind.streams);
  }

  std::vector<std::string> tellEndorsed(std::uint64_t index) {
    std::vector<std::string> streams;
    withEntry(index, [&](schema::Entry::Reader proposal) {
      if (!proposal.isEvent()) return;
      say(Phrase::kEndorses, {std::to_string(index)});
      streams = tellCommand(readUnchecked<schema::Command>(proposal.getEvent().getCommand()));
      withEntry(proposal.getEvent().getSubmission(), [&](schema::Entry::Reader submission) {
        if (!submission.isSubmission()) return;
        const auto header = readUnchecked<schema::Header>(submission.getSubmission().getHeader());
        say(Phrase::kProposedBy, {idText(fixed<16>(header.getPerson()))});
      });
    });
    return streams;
  }

  // The contract gives the streams an order, and drops absent and repeated ones: only a full list can be named.
  void tellStreams(capnp::List<schema::StreamVersion>::Reader streams, const std::vector<std::string>& names) {
    if (streams.size() == 0) return;
    say(Phrase::kStreams);
    for (unsigned i = 0; i < streams.size(); ++i) {
      const auto stream = streams[i];
      const std::string name = names.size() == streams.size() ? fieldIn(language_, names[i]) : "–";
      const std::string id = streamText(fixed<16>(stream.getStream()));
      if (stream.getPrevious() == 0) {
        say(Phrase::kFirstOfStream, {name, id});
      } else {
        say(Phrase::kStream, {name, id, std::to_string(stream.getVersion()), std::to_string(stream.getPrevious())});
      }
    }
  }

  // A region's stream is named by the code of the region, filled up with zeros.
  static std::string streamText(const Id& id) {
    const std::string code(textOf(Bytes(id)).substr(0, textOf(Bytes(id)).find('\0')));
    return code.starts_with("KZ-") && code.size() < 8 ? harmless(code) : idText(id);
  }

  void tellDecision(schema::Decision::Reader decision) {
    if (decision.getEffect() == schema::Effect::PROPOSED) say(Phrase::kProposed);
    say(Phrase::kRules, {std::to_string(decision.getRules())});
    if (decision.getPolicy() != 0) say(Phrase::kPolicy, {std::to_string(decision.getPolicy())});
    for (const auto flag : decision.getFlags()) say(Phrase::kFlagged, {codeIn(language_, "Flag", spelt(flag))});
  }

  // Its own, and those of its submission: the signature is that of all its events.
  void tellFindings(std::uint64_t index, std::uint64_t submission) {
    const Findings& findings = explained_.audit.findings;
    const auto kept = findings.sorted();
    const auto altered = findings.altered();
    const bool is_altered = altered == index || altered == submission;
    bool broken = false;
    for (const Finding& finding : kept) {
      if (!finding.index || (*finding.index != index && *finding.index != submission)) continue;
      if (finding.wrong == Wrong::kTileTampered || finding.wrong == Wrong::kEntryTampered) {
        say(finding.wrong == Wrong::kEntryTampered ? Phrase::kAltered : Phrase::kTileDamaged,
            {std::to_string(*finding.index), std::string(wordOf(finding.wrong)), harmless(finding.sentence)});
        continue;
      }
      if (is_altered || findings.follows(finding)) continue;
      broken = true;
      const std::string name = finding.name.empty() ? std::string(wordOf(finding.wrong)) : finding.name;
      say(Phrase::kBroken, {name, harmless(finding.sentence)});
    }
    if (broken) {
      explained_.held = false;
    } else if (!findings.open() && kept.size() == findings.total() && isTheSignedLog(findings)) {
      explained_.held = true;
      say(Phrase::kHeld);
    } else {
      say(Phrase::kNotKnown);
    }
  }

  // Of other bytes than the log signed nobody knows whether the rules held.
  static bool isTheSignedLog(const Findings& findings) {
    return std::ranges::none_of(std::array{Wrong::kBundleDamaged, Wrong::kOriginMismatch, Wrong::kBadNoteSignature,
                                           Wrong::kTileTampered, Wrong::kEntryTampered, Wrong::kChainBroken},
                                [&](Wrong wrong) { return findings.has(wrong); });
  }

  const Archive& archive_;
  Language language_;
  const GrantCurrencies& currencies_;
  Explained& explained_;
  std::uint64_t size_;
  Forms forms_;
};

void notThere(Explained& explained, std::uint64_t index) {
  explained.found = false;
  explained.audit.findings.couldNotCheck("entry " + std::to_string(index) + ": the log has " +
                                         std::to_string(explained.audit.facts.size) + " entries, counted from 0");
}

// By its checkpoint alone, where nothing speaks against that one.
bool isBeyond(const Archive& archive, const ExplainQuestion& question, Explained& explained) {
  Audit& audit = explained.audit;
  const auto bytes = archive.read("checkpoint", kNoteBytesMax);
  const auto seen = bytes ? SignedCheckpoint::parse(*bytes) : std::nullopt;
  if (!seen || question.index < seen->checkpoint.size || audit.findings.exitCode() != kExitOk) return false;
  const auto& key = question.request.vkey;
  if (key && signedBy(seen->note, *key) != Signed::kYes) return false;
  audit.facts.size = seen->checkpoint.size;
  audit.facts.pinned = key.has_value();
  notThere(explained, question.index);
  return true;
}

}  // namespace

int Explained::exitCode() const {
  return found ? audit.findings.exitCode() : kExitNotFound;
}

Explained explain(const ExplainQuestion& question) {
  Explained explained;
  explained.language = question.language;
  const auto archive = openWholeLog(question.log, explained.audit.findings);
  if (!archive || isBeyond(*archive, question, explained)) return explained;
  CurrencyListener currencies;
  Request request = question.request;
  request.listener = &currencies;
  verify(*archive, request, explained.audit);
  // Without a checkpoint nothing says how many entries there are.
  if (explained.audit.facts.origin.empty()) return explained;
  if (question.index < explained.audit.facts.size) {
    Explainer(*archive, question.language, currencies.all(), explained).run(question.index);
  } else {
    notThere(explained, question.index);
  }
  return explained;
}

std::string textOf(const Explained& explained) {
  const Findings& findings = explained.audit.findings;
  const ledger::Language language = explained.language;
  if (!explained.text.empty()) return explained.text + verdictLine(explained.audit, language);
  const std::string open = sentenceLines(kNotCheckedWord.in(language), findings.notCheckedList(), language);
  const FrameWord meaning = explained.found ? meaningOf(findings, explained.audit.facts.pinned) : meaningOfNotFound();
  const std::string last = meaning.in(language) + "\n";
  if (!explained.found) return open + kVerdictWord.in(language) + " NOT_FOUND\n" + last;
  return open + findingLines(findings, language) + verdictLine(explained.audit, language) + last;
}

std::string jsonOf(const Explained& explained, std::uint64_t index) {
  using nlohmann::json;
  json out = {{"verdict", explained.found ? explained.audit.findings.verdict() : "NOT_FOUND"},
              {"exit", explained.exitCode()},
              {"index", index},
              {"size", explained.audit.facts.size},
              {"pinned", explained.audit.facts.pinned},
              {"demo", explained.audit.facts.demo},
              {"notChecked", explained.audit.findings.notCheckedList()},
              {"rulesHeld", nullptr},
              {"explanation", explained.text}};
  if (explained.held) out["rulesHeld"] = *explained.held;
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
