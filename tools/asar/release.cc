// asar release prepare, show, publish: figures about people made public, by two persons, once and for good.
#include <algorithm>

#include "projections/oversight/releases.h"
#include "projections/render/release_text.h"
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/print.h"
#include "tools/asar/release_folder.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;
using projections::ReleasePeriod;

// When it is said to be done; a demonstration plays other days than today.
Result<ledger::Instant> momentOf(const Session& session, const Arguments& arguments) {
  for (const char* option : {"occurred-at", "signed-at"}) {
    const auto typed = arguments.find(option);
    if (!typed) continue;
    const auto instant = ledger::Instant::parse(*typed);
    if (!instant) return instant.error();
    return option == std::string_view("occurred-at") ? *instant : ledger::Instant{instant->utc_ms, kOffsetMinutes};
  }
  return ledger::Instant{session.clock.now(), kOffsetMinutes};
}

JsonValue filesJson(const ReleaseDraft& draft) {
  JsonValue::List files;
  for (const auto& file : allFiles(draft))
    files.push_back(JsonValue::Fields{{"name", file.name}, {"sha256", file.digest().hex()}});
  return files;
}

std::string filesText(const ReleaseDraft& draft) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& file : allFiles(draft)) rows.emplace_back(file.name, file.digest().hex());
  return alignedLines(rows);
}

Answer describe(const Session& session, const ReleaseDraft& draft, const std::filesystem::path& folder) {
  Answer answer;
  answer.json = JsonValue::Fields{{"name", draft.asked.period.name()},
                                  {"folder", folder.string()},
                                  {"atSize", draft.asked.size},
                                  {"root", draft.root.hex()},
                                  {"files", filesJson(draft)}};
  answer.text = projections::releaseText(draft.tables, draft.asked.rule, session.language) + "\n" + filesText(draft) +
                say(session.language, "release.made", {groupedNumber(draft.asked.size), draft.root.hex()}) + "\n" +
                say(session.language, "release.folder", {folder.string()}) + "\n";
  return answer;
}

std::string proposalLine(const ReleaseDraft& draft, const std::string& release, const std::string& at) {
  JsonValue json = JsonValue::Fields{{"command", "releasePublish"}, {"release", release}};
  for (auto& [name, value] : fieldsOf(draft)) json.set(name, value);
  json.set("occurredAt", at);
  return json.line();
}

Result<void> requireUnreleased(const ReadSide& side, const ReleasePeriod& period) {
  const auto known = findRelease(side, period);
  if (!known) return known.error();
  if (!*known) return {};
  return ledger::Error{ledger::ErrorCode::kRefused, "PERIOD_TAKEN",
                       period.name() + " is released already, in entry " + std::to_string((*known)->since)};
}

Result<ReleaseDraft> draftIn(const Session& session, const Arguments& arguments, const ReleasePeriod& period) {
  const auto moment = momentOf(session, arguments);
  if (!moment) return moment.error();
  const auto side = openReadSide(session);
  if (!side) return side.error();
  ASAR_TRY(requireUnreleased(*side, period));
  return draftNow(*side, period, moment->civilDay());
}

Result<Answer> propose(Session& session, const Arguments& arguments, const ReleasePeriod& period) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  // Tables are made from what their signer has seen: the checkpoint of now.
  if (const auto published = publishAndGoOn(session, arguments, *writing); !published) return published.error();
  const auto draft = draftIn(session, arguments, period);
  if (!draft) return draft.error();
  auto recorded = recordWish(session, arguments, *writing, {"releasePublish", fieldsOf(*draft), {}, "release"});
  if (!recorded) return recorded;
  const std::string release = *recorded->json.find("release")->text();
  const auto moment = momentOf(session, arguments);
  ASAR_TRY(writeDraft(session, *draft, proposalLine(*draft, release, moment->text())));
  Answer answer = describe(session, *draft, draftFolder(session, period));
  answer.json.set("release", release);
  answer.json.set("receipts", *recorded->json.find("receipts"));
  answer.text += say(session.language, "release.proposed", {period.name()}) + "\n";
  answer.checkpoint = recorded->checkpoint;
  return answer;
}

Result<Answer> prepare(Session& session, const Arguments& arguments) {
  const auto period = projections::parseReleasePeriod(arguments.get("period"));
  if (!period) return period.error();
  if (arguments.has("key")) return propose(session, arguments, *period);
  const auto draft = draftIn(session, arguments, *period);
  if (!draft) return draft.error();
  const auto moment = momentOf(session, arguments);
  const std::string release = arguments.get("release", session.random.id<ledger::SubjectId>().text());
  const std::string line = proposalLine(*draft, release, moment->text());
  ASAR_TRY(writeDraft(session, *draft, line));
  Answer answer = describe(session, *draft, draftFolder(session, *period));
  answer.text += say(session.language, "release.drafted",
                     {(draftFolder(session, *period) / "proposal.jsonl").string(), period->name()}) +
                 "\n";
  return answer;
}

Result<Answer> frozen(const Session& session, const ReleaseDraft& draft, std::string_view how) {
  ASAR_TRY(freezeFiles(session, draft));
  Answer answer = describe(session, draft, releaseFolder(session, draft.asked.period));
  answer.text += say(session.language, how, {draft.asked.period.name()}) + "\n";
  return answer;
}

// What is proposed, made once more from the log: the second person vouches for these figures, not for a hash.
Result<ReleaseDraft> checkedProposal(const ReadSide& side, const ReleasePeriod& period,
                                     const ReleaseProposal& proposal) {
  auto releases = projections::readReleases(*side.database);
  if (!releases) return releases.error();
  const ledger::ReleasePublish& command = proposal.command;
  auto draft = makeDraft(
      side, {period, command.at_size, {command.least, command.least_with_minors}, *std::move(releases)}, command.root);
  if (!draft) return draft;
  ASAR_TRY(compareTables(*draft, command.tables));
  return draft;
}

Result<Answer> endorseNow(Session& session, const Arguments& arguments, Writing& writing,
                          const ReleaseProposal& proposal) {
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  std::vector<LineCommand> lines;
  lines.push_back({1, {session.random.id<ledger::NonceId>(), {}, ledger::Endorse{proposal.leaf}}, {}, false});
  return submitLines(session, arguments, writing, *signing, std::move(lines));
}

Result<Answer> publish(Session& session, const Arguments& arguments) {
  const auto period = projections::parseReleasePeriod(arguments.get("period"));
  if (!period) return period.error();
  const auto moment = momentOf(session, arguments);
  if (!moment) return moment.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  if (const auto published = publishAndGoOn(session, arguments, *writing); !published) return published.error();
  Result<ReleaseDraft> draft = ReleaseDraft{};
  Result<ReleaseProposal> proposal = ReleaseProposal{};
  {
    const auto side = openReadSide(session);
    if (!side) return side.error();
    const auto known = findRelease(*side, *period);
    if (!known) return known.error();
    if (*known) {
      draft = madeAgain(*side, **known);
      return draft ? frozen(session, *draft, "release.known") : draft.error();
    }
    proposal = findProposal(*writing->reader, *period, moment->utc_ms);
    if (!proposal) return proposal.error();
    draft = checkedProposal(*side, *period, *proposal);
    if (!draft) return draft.error();
  }
  auto endorsed = endorseNow(session, arguments, *writing, *proposal);
  if (!endorsed) return endorsed;
  auto answer = frozen(session, *draft, "release.published");
  if (!answer) return answer;
  answer->json.set("receipts", *endorsed->json.find("receipts"));
  answer->checkpoint = endorsed->checkpoint;
  return answer;
}

std::string_view wordOf(FileState state) {
  if (state == FileState::kThere) return "there";
  return state == FileState::kMissing ? "missing" : "differs";
}

Result<Answer> showOne(const Session& session, const ReadSide& side, const ReleasePeriod& period) {
  const auto known = findRelease(side, period);
  if (!known) return known.error();
  if (!*known) {
    return ledger::Error{ledger::ErrorCode::kNotFound, "NO_RELEASE",
                         period.name() + " is not released; `asar release show` lists what is"};
  }
  const auto draft = madeAgain(side, **known);
  if (!draft) return draft.error();
  const auto folder = releaseFolder(session, period);
  Answer answer = describe(session, *draft, folder);
  answer.json.set("index", (*known)->since);
  JsonValue::Fields states;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& file : allFiles(*draft)) {
    const auto state = wordOf(stateOf(folder, file));
    states.emplace_back(file.name, state);
    rows.emplace_back(file.name, say(session.language, "release.file." + std::string(state)));
  }
  answer.json.set("states", states);
  answer.text += alignedLines(rows);
  return answer;
}

Answer showAll(const Session& session, const std::vector<projections::ReleaseRow>& releases) {
  Answer answer;
  JsonValue::List list;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& one : releases) {
    const std::string name = ReleasePeriod{one.span, one.from, one.to}.name();
    list.push_back(JsonValue::Fields{
        {"name", name}, {"release", one.release.text()}, {"atSize", one.at_size}, {"index", one.since}});
    rows.emplace_back(name,
                      say(session.language, "release.row", {groupedNumber(one.at_size), groupedNumber(one.since)}));
  }
  answer.json = JsonValue::Fields{{"releases", list}};
  answer.text = rows.empty() ? std::string(say(session.language, "release.none")) + "\n" : alignedLines(rows);
  return answer;
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto name = arguments.find("period");
  const auto period = projections::parseReleasePeriod(name.value_or("2000"));
  if (!period) return period.error();
  const auto side = openReadSide(session);
  if (!side) return side.error();
  const auto releases = projections::readReleases(*side->database);
  if (!releases) return releases.error();
  auto answer = name ? showOne(session, *side, *period) : Result<Answer>(showAll(session, *releases));
  if (answer) answer->checkpoint = checkpointJson(side->published.checkpoint);
  return answer;
}

std::vector<OptionSpec> signerWith(bool required) {
  return {{"key", "FILE", required}, {"person", "ID"},      {"release", "ID"},          {"occurred-at", "TIME"},
          {"submission-id", "ID"},   {"signed-at", "TIME"}, {"passphrase-file", "FILE"}};
}

}  // namespace

CommandTable releaseCommands() {
  std::vector<OptionSpec> second = signerWith(true);
  std::erase_if(second, [](const OptionSpec& one) { return one.name == "release" || one.name == "occurred-at"; });
  return {{"release", "prepare", {{"period"}}, signerWith(false), prepare},
          {"release", "show", {{"period", false}}, {}, show},
          {"release", "publish", {{"period"}}, second, publish}};
}

}  // namespace tools
