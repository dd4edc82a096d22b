#include "audit/witness/service.h"

#include "audit/base/merkle.h"

namespace audit::witness {
namespace {

constexpr std::size_t kIdCharacters = 64;
constexpr const char* kPlain = "text/plain; charset=utf-8";

ledger::HttpResponse plain(unsigned status, const std::string& sentence) {
  return {status, kPlain, "", sentence + "\n"};
}

// "/<64 hexadecimal digits>/checkpoint".
std::optional<std::string> monitored(std::string_view target) {
  constexpr std::string_view kEnd = "/checkpoint";
  if (target.size() != 1 + kIdCharacters + kEnd.size() || !target.ends_with(kEnd)) return std::nullopt;
  std::string id(target.substr(1, kIdCharacters));
  if (!hashFromHex(id)) return std::nullopt;
  return id;
}

std::size_t stripeOf(const std::string& id, std::size_t count) {
  return std::hash<std::string>{}(id) % count;
}

}  // namespace

ledger::HttpResponse Service::answer(const ledger::HttpRequest& request) {
  if (request.target == "/add-checkpoint") {
    if (request.method != "POST") return plain(405, "add-checkpoint is asked by POST");
    return addCheckpoint(request.body);
  }
  const auto id = monitored(request.target);
  if (!id) return plain(404, "there is nothing here; this is a witness of logs, see c2sp.org/tlog-witness");
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "a checkpoint is asked for by GET");
  return newest(*id);
}

ledger::HttpResponse Service::addCheckpoint(std::string_view body) {
  const auto request = AddRequest::parse(body);
  if (!request) return plain(400, "this is no old size, proof, empty line and signed checkpoint");
  const std::string id = StateFolder::idOf(request->checkpoint.origin);
  // Read anew each time: a log or a further key of it may have been added meanwhile.
  const auto keys = state_.keysOf(id);
  if (const auto* trouble = std::get_if<Trouble>(&keys)) return broken(*trouble);
  const auto& trusted = std::get<0>(keys);
  if (trusted.empty()) return plain(404, "this witness does not watch the log " + request->checkpoint.origin);
  const Verdict verdict = judgeSignatures(request->note, trusted);
  if (verdict.status != 200) return plain(verdict.status, verdict.sentence);
  const std::lock_guard hold(mutexes_[stripeOf(id, mutexes_.size())]);
  return cosign(*request, verdict.trusted, id);
}

ledger::HttpResponse Service::cosign(const AddRequest& request, const std::vector<NoteSignature>& trusted,
                                     const std::string& id) {
  const auto recorded = state_.recorded(id);
  if (const auto* trouble = std::get_if<Trouble>(&recorded)) return broken(*trouble);
  const Recorded& last = std::get<0>(recorded);
  const Seen seen = last.note.empty() ? Seen{0, emptyRoot()} : Seen{last.checkpoint.size, last.checkpoint.root};
  const Verdict verdict = judgeGrowth(request, seen);
  if (verdict.status == 409) return {409, "text/x.tlog.size", "", std::to_string(seen.size) + "\n"};
  if (verdict.status == 422) {
    surroundings_.complain("refused a checkpoint of " + request.checkpoint.origin +
                           " signed by its own key: " + verdict.sentence);
  }
  if (verdict.status != 200) return plain(verdict.status, verdict.sentence);
  std::string note = request.note.text + "\n";
  for (const NoteSignature& line : trusted) note += lineOf(line);
  const std::string own = cosigner_.line(request.note.text, surroundings_.now());
  if (const auto trouble = state_.record(id, note + own)) return broken(*trouble);
  return {200, kPlain, "", own};
}

ledger::HttpResponse Service::newest(const std::string& id) {
  const auto recorded = state_.recorded(id);
  if (const auto* trouble = std::get_if<Trouble>(&recorded)) return broken(*trouble);
  const Recorded& last = std::get<0>(recorded);
  if (last.note.empty()) return plain(404, "no checkpoint of this log was cosigned here");
  return {200, kPlain, "max-age=5", last.note};
}

ledger::HttpResponse Service::broken(const Trouble& trouble) {
  surroundings_.complain(trouble.reason + ": " + trouble.sentence);
  return plain(500, "the state of this witness cannot be used; nothing was cosigned");
}

}  // namespace audit::witness
