#include "audit/commands.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "audit/answers/compare.h"
#include "audit/answers/equivocation.h"
#include "audit/answers/explain.h"
#include "audit/answers/prove.h"
#include "audit/answers/public_archive.h"
#include "audit/answers/receipt.h"
#include "audit/answers/recompute.h"
#include "audit/answers/stream_proof.h"
#include "audit/answers/told_figures.h"
#include "audit/answers/trusted_verify.h"
#include "audit/answers/typed.h"
#include "audit/log/bundle.h"
#include "audit/log/note.h"
#include "audit/log/stream_bundle.h"
#include "audit/log/tlog_proof.h"
#include "audit/log/whole_file.h"
#include "audit/rules/rules_text.h"
#include "audit/rules/table.h"
#include "audit/verify/report.h"
#include "audit/watching.h"

namespace audit {
namespace {

// A call that cannot be understood.
struct Misuse {
  std::string sentence;
};

int usage(const Misuse& misuse) {
  std::fprintf(stderr, "asar-audit: %s\n", harmless(misuse.sentence).c_str());
  return kExitUsage;
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::optional<VerifierKey> keyOf(const Arguments& arguments) {
  if (arguments.vkey.empty()) return std::nullopt;
  auto key = VerifierKey::parse(arguments.vkey);
  if (!key) throw Misuse{"--vkey " + whyNoKey(arguments.vkey)};
  return key;
}

std::optional<Id> idOf(const std::string& text, const char* option) {
  if (text.empty()) return std::nullopt;
  const auto id = idFrom(text);
  if (!id) throw Misuse{std::string(option) + " is no id of 26 characters"};
  return id;
}

Buffer fileOf(const std::string& name, const char* option, std::uint64_t bytes_max) {
  auto bytes = readWhole(name, bytes_max);
  if (!bytes) throw Misuse{std::string(option) + " " + name + " cannot be read"};
  return std::move(*bytes);
}

std::vector<std::pair<std::string, Buffer>> oldOf(const Arguments& arguments) {
  std::vector<std::pair<std::string, Buffer>> old;
  for (const std::string& name : arguments.old) old.emplace_back(name, fileOf(name, "--old", kNoteBytesMax));
  return old;
}

WitnessPolicy policyIn(const Arguments& arguments) {
  const Buffer bytes = fileOf(arguments.witness_policy, "--witness-policy", kPolicyBytesMax);
  auto read = readPolicy(textOf(Bytes(bytes)));
  if (!read.policy) throw Misuse{"--witness-policy " + arguments.witness_policy + " is no tlog-policy: " + read.why};
  return std::move(*read.policy);
}

// A cosignature may be as far ahead of this clock as clocks may differ.
std::optional<WitnessDemand> witnessesOf(const Arguments& arguments) {
  if (arguments.witness_policy.empty()) return std::nullopt;
  constexpr std::uint64_t kClockSeconds = 300;
  return WitnessDemand{policyIn(arguments), static_cast<std::uint64_t>(std::time(nullptr)) + kClockSeconds};
}

Request requestOf(const Arguments& arguments) {
  Request request;
  request.vkey = keyOf(arguments);
  request.ledger = idOf(arguments.ledger, "--ledger");
  request.old_checkpoints = oldOf(arguments);
  request.witnesses = witnessesOf(arguments);
  request.integrity_only = arguments.integrity_only;
  request.threads = arguments.threads;
  return request;
}

Place placeOf(const std::string& where, const Arguments& arguments) {
  return {where, arguments.authorities};
}

ledger::Language languageOf(const Arguments& arguments) {
  const auto language = ledger::languageOf(arguments.language);
  if (!language) throw Misuse{"--lang is kk, ru or en"};
  return *language;
}

int tell(const Answer& answer, const Arguments& arguments) {
  const auto language = languageOf(arguments);
  print(arguments.json ? jsonOf(answer, language) : textOf(answer, language));
  return answer.exitCode();
}

// Nothing is written of a proof that was not made.
bool writeOut(const std::string& file, std::string_view text, Findings& findings) {
  if (writeWhole(file, text)) return true;
  findings.couldNotCheck(file + " cannot be written");
  return false;
}

int verifyExport(const Arguments& arguments) {
  for (const std::string* only : {&arguments.entry, &arguments.leaf, &arguments.submission, &arguments.log}) {
    if (!only->empty()) throw Misuse{"--entry, --leaf, --submission and --log go with a receipt (.tlog-proof)"};
  }
  const Request request = requestOf(arguments);
  Audit audit;
  if (arguments.trust_store.empty()) {
    verifyPath(placeOf(arguments.path, arguments), request, audit);
  } else {
    verifyTrusted(placeOf(arguments.path, arguments), request, TrustStore(arguments.trust_store), audit);
  }
  const auto language = languageOf(arguments);
  print(arguments.json ? jsonReport(audit, language) : textReport(audit, arguments.timings, language));
  return audit.findings.exitCode();
}

int verifyReceiptFile(const Arguments& arguments, const Buffer& bytes) {
  if (arguments.integrity_only || arguments.timings) throw Misuse{"a receipt is checked as a whole"};
  ReceiptQuestion question;
  question.vkey = keyOf(arguments);
  question.ledger = idOf(arguments.ledger, "--ledger");
  question.submission = idOf(arguments.submission, "--submission");
  question.old_checkpoints = oldOf(arguments);
  question.witnesses = witnessesOf(arguments);
  if (!arguments.entry.empty()) question.entry = fileOf(arguments.entry, "--entry", kEntryBytesMax);
  if (!arguments.leaf.empty()) {
    question.leaf = hashFromHex(arguments.leaf);
    if (!question.leaf) throw Misuse{"--leaf is no SHA-256 value in hex"};
  }
  if (!arguments.log.empty()) question.log = placeOf(arguments.log, arguments);
  Answer answer;
  const auto proof = TlogProof::parse(bytes);
  const auto seen = proof ? SignedCheckpoint::parse(bytesOf(proof->checkpoint)) : std::nullopt;
  if (seen && !arguments.trust_store.empty()) {
    const auto trusted = TrustStore(arguments.trust_store).find(seen->checkpoint.origin, answer.findings);
    if (trusted) question.old_checkpoints.emplace_back("the trusted checkpoint", trusted->bytes);
  }
  verifyReceipt(bytes, question, answer);
  return tell(answer, arguments);
}

int verifyEquivocationFile(const Arguments& arguments, const Buffer& bytes) {
  if (!arguments.witness_policy.empty()) throw Misuse{"--witness-policy goes with an export or a receipt"};
  Answer answer;
  const auto key = keyOf(arguments);
  answer.pinned = key.has_value();
  verifyEquivocation(bytes, key, answer);
  return tell(answer, arguments);
}

// What shows some entries of a log: the bundle of a stream, the archive of everything public.
int verifyShown(const Arguments& arguments,
                void (*verify)(const std::filesystem::path&, const ShownQuestion&, Answer&)) {
  for (const std::string* only : {&arguments.entry, &arguments.leaf, &arguments.submission, &arguments.log}) {
    if (!only->empty()) throw Misuse{"--entry, --leaf, --submission and --log go with a receipt (.tlog-proof)"};
  }
  if (arguments.integrity_only || arguments.timings)
    throw Misuse{"a stream's bundle and the public archive are checked as a whole"};
  ShownQuestion question{keyOf(arguments), idOf(arguments.ledger, "--ledger"), oldOf(arguments),
                         witnessesOf(arguments)};
  Answer answer;
  if (question.vkey && !arguments.trust_store.empty()) {
    const auto trusted = TrustStore(arguments.trust_store).find(question.vkey->name, answer.findings);
    if (trusted) question.old_checkpoints.emplace_back("the trusted checkpoint", trusted->bytes);
  }
  verify(arguments.path, question, answer);
  return tell(answer, arguments);
}

// By its first or last bytes; everything else is judged as an export.
int verifyAny(const Arguments& arguments) {
  if (isStreamBundle(arguments.path)) return verifyShown(arguments, verifyStreamAt);
  if (isPublicArchive(arguments.path)) return verifyShown(arguments, verifyPublicArchiveAt);
  const auto source = openFile(arguments.path);
  constexpr std::uint64_t kLongest = kEquivocationBytesMax;
  Buffer start(source ? std::min<std::uint64_t>(source->size(), kTlogProofStart.size()) : 0);
  if (!source || !source->read(0, start)) return verifyExport(arguments);
  const bool receipt = textOf(start).starts_with(kTlogProofStart) || arguments.path.ends_with(".tlog-proof");
  const bool equivocation = textOf(start).starts_with(kEquivocationStart);
  if (!receipt && !equivocation) return verifyExport(arguments);
  Answer answer;
  if (source->size() > kLongest) {
    answer.findings.add(Wrong::kBundleDamaged, "the file is longer than any receipt or proof");
    return tell(answer, arguments);
  }
  Buffer bytes(source->size());
  if (!source->read(0, bytes)) {
    answer.findings.couldNotCheck(arguments.path + " cannot be read");
    return tell(answer, arguments);
  }
  return receipt ? verifyReceiptFile(arguments, bytes) : verifyEquivocationFile(arguments, bytes);
}

int proveEntry(const Arguments& arguments) {
  Proved proved = prove({placeOf(arguments.path, arguments), keyOf(arguments)}, arguments.index);
  Answer& answer = proved.answer;
  const auto language = languageOf(arguments);
  const bool made = !answer.document.empty();
  if (made && !arguments.entry.empty()) writeOut(arguments.entry, textOf(Bytes(proved.entry)), answer.findings);
  if (made && !arguments.out.empty() && writeOut(arguments.out, answer.document, answer.findings))
    answer.facts.emplace_back("written", arguments.out);
  if (arguments.json) {
    print(jsonOf(answer, language));
  } else if (made && arguments.out.empty()) {
    // The proof alone, so that it can be led into a file.
    print(answer.document);
    answer.document.clear();
    const std::string told = textOf(answer, language);
    std::fwrite(told.data(), 1, told.size(), stderr);
  } else {
    answer.document.clear();
    print(textOf(answer, language));
  }
  return answer.exitCode();
}

int consistency(const Arguments& arguments) {
  Earlier from;
  std::error_code error;
  const auto size = decimal(arguments.from);
  if (size && !std::filesystem::exists(arguments.from, error)) {
    from.size = *size;
  } else {
    from.checkpoint = fileOf(arguments.from, "--from", kNoteBytesMax);
  }
  Proved proved = proveConsistency({placeOf(arguments.path, arguments), keyOf(arguments)}, from);
  Answer& answer = proved.answer;
  if (answer.exitCode() == kExitOk && !arguments.out.empty() &&
      writeOut(arguments.out, answer.document, answer.findings))
    answer.facts.emplace_back("written", arguments.out);
  return tell(answer, arguments);
}

int compareTwo(const Arguments& arguments) {
  Answer answer;
  compare({placeOf(arguments.path, arguments), placeOf(arguments.other, arguments)}, keyOf(arguments), answer);
  if (!answer.document.empty() && !arguments.out.empty() && writeOut(arguments.out, answer.document, answer.findings))
    answer.facts.emplace_back("written", arguments.out);
  return tell(answer, arguments);
}

int explainEntry(const Arguments& arguments) {
  const Explained explained =
      explain({placeOf(arguments.path, arguments), arguments.index, languageOf(arguments), requestOf(arguments)});
  print(arguments.json ? jsonOf(explained, arguments.index) : textOf(explained));
  return explained.exitCode();
}

DayRange daysOf(const std::string& text) {
  if (text.empty()) return {};
  const auto days = daysFrom(text);
  if (!days) throw Misuse{"--in takes the first and the last day, such as 2026-01-01..2026-03-31, and not " + text};
  return *days;
}

int recomputeFigures(const Arguments& arguments) {
  RecomputeQuestion question;
  question.log = placeOf(arguments.path, arguments);
  for (const std::string& name : arguments.published)
    question.published.emplace_back(name, fileOf(name, "--published", kFiguresBytesMax));
  question.language = languageOf(arguments);
  question.request = requestOf(arguments);
  question.days = daysOf(arguments.days);
  question.period = arguments.days;
  question.exact = arguments.exact;
  Recomputed recomputed = recompute(question);
  if (recomputed.national && !arguments.out.empty())
    writeOut(arguments.out, figuresJson(recomputed, arguments.exact), recomputed.audit.findings);
  print(arguments.json ? jsonOf(recomputed, arguments.exact) : textOf(recomputed, question));
  return recomputed.audit.findings.exitCode();
}

std::vector<WatchedWitness> witnessesIn(const WitnessPolicy& policy, const Arguments& arguments) {
  std::vector<WatchedWitness> watched;
  for (const auto& [name, key] : policy.witnesses) {
    const auto address = policy.addresses.find(name);
    if (address == policy.addresses.end()) throw Misuse{"the witness " + name + " has no address in the policy"};
    watched.push_back({key, placeOf(address->second, arguments)});
  }
  return watched;
}

// A file does not grow; of a stream's bundle the round itself says what it is.
Place watchedPlace(const std::string& where, const Arguments& arguments) {
  Place place = placeOf(where, arguments);
  std::error_code error;
  if (!place.isAddress() && std::filesystem::is_regular_file(place.path(), error) && !isStreamBundle(place.path()))
    throw Misuse{"watch looks at a ledger's folder of tiles or at its address, and " + where +
                 " is a file: check it with `asar-audit verify`"};
  return place;
}

int watchLog(const Arguments& arguments) {
  Watching watching;
  watching.language = languageOf(arguments);
  watching.question.log = watchedPlace(arguments.path, arguments);
  for (const std::string& mirror : arguments.mirrors)
    watching.question.mirrors.push_back(watchedPlace(mirror, arguments));
  if (!arguments.witness_policy.empty()) {
    watching.question.policy = policyIn(arguments);
    watching.question.witnesses = witnessesIn(*watching.question.policy, arguments);
  }
  watching.question.vkey = keyOf(arguments).value();  // the option is required
  watching.question.store = arguments.trust_store;
  watching.question.proofs = arguments.proofs.empty() ? arguments.trust_store : arguments.proofs;
  watching.question.age_max_s = arguments.age_max_s;
  watching.metrics = arguments.metrics;
  watching.interval_s = arguments.interval_s;
  watching.once = arguments.once;
  watching.json = arguments.json;
  return keepWatching(watching);
}

int tellRules(const Arguments& arguments) {
  constexpr std::size_t kEach = 10;
  const auto language = languageOf(arguments);
  if (arguments.list) {
    print(arguments.json ? tableJson() : tableText(language));
    return kExitOk;
  }
  if (arguments.path.empty()) throw Misuse{"rules needs an export to look at, or --list"};
  std::error_code error;
  if (!arguments.evidence.empty() && !std::filesystem::is_directory(arguments.evidence, error))
    throw Misuse{"--evidence " + arguments.evidence + " is no folder"};
  RulesQuestion question{placeOf(arguments.path, arguments), {}, requestOf(arguments), arguments.evidence};
  for (const std::string& id : arguments.rules) {
    const Rule* rule = ruleOf(inCapitals(id));
    if (rule == nullptr) throw Misuse{"--rule " + id + ": there is no such rule; `rules --list` names them all"};
    question.only.push_back(rule);
  }
  const RulesReport report = auditRules(question);
  // Of rules that were asked for by name nothing is left out.
  print(arguments.json ? jsonOf(report) : textOf(report, language, arguments.rules.empty() ? kEach : kFindingsKept));
  return report.exitCode();
}

// The language first: a call that cannot be understood writes nothing.
int guarded(const Arguments& arguments, int (*command)(const Arguments&)) {
  try {
    languageOf(arguments);
    return command(arguments);
  } catch (const Misuse& misuse) {
    return usage(misuse);
  }
}

}  // namespace

int runVerify(const Arguments& arguments) {
  return guarded(arguments, verifyAny);
}
int runProve(const Arguments& arguments) {
  return guarded(arguments, proveEntry);
}
int runConsistency(const Arguments& arguments) {
  return guarded(arguments, consistency);
}
int runCompare(const Arguments& arguments) {
  return guarded(arguments, compareTwo);
}
int runExplain(const Arguments& arguments) {
  return guarded(arguments, explainEntry);
}
int runRules(const Arguments& arguments) {
  return guarded(arguments, tellRules);
}

int runRecompute(const Arguments& arguments) {
  return guarded(arguments, recomputeFigures);
}
int runWatch(const Arguments& arguments) {
  return guarded(arguments, watchLog);
}

}  // namespace audit
