// asar release archive: everything public in one ZIP — the public entries, every release, and what describes them.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/event/json.h"
#include "projections/fact_source.h"
#include "projections/oversight/public_entries.h"
#include "projections/oversight/releases.h"
#include "tools/asar/commands.h"
#include "tools/asar/print.h"
#include "tools/asar/release_folder.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Position;
using ledger::Result;

constexpr std::string_view kReadme =
    "Everything public of an Asar ledger.\n"
    "\n"
    "entries.jsonl     each public entry that took effect, as JSON: its index, when it was recorded, what it says\n"
    "releases/         figures about people and their hours as they were released: CSV, JSON, and a datapackage.json\n"
    "checkpoint        the signed size and root of the log that all of this was made from (C2SP tlog-checkpoint)\n"
    "datapackage.json  the files of this archive, with their hashes (Frictionless Data Package)\n"
    "manifest          SHA-256 of every other file\n"
    "\n"
    "The hash of every released table is in the log, in its ReleasePublished entry; `asar-audit recompute` makes the\n"
    "tables anew from the whole log.\n";

Member memberOf(std::string name, std::string_view bytes) {
  return {std::move(name), ledger::toBytes(ledger::asBytes(bytes))};
}

// Those that are public; endorsements stand as what they endorse.
Result<std::string> publicEntries(const ReadSide& side) {
  projections::FactSource source(*side.reading.reader);
  std::string lines;
  const Position size = side.published.checkpoint.size;
  for (Position at = 0; at < size;) {
    const auto page = side.reading.reader->read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at == size) break;
      ++at;
      const auto fact = source.take(stored);
      if (!fact) return fact.error();
      if (*fact == nullptr) continue;
      if (!projections::isPublic(**fact)) continue;
      const JsonValue line = JsonValue::Fields{{"index", (*fact)->index},
                                               {"stated", (*fact)->stated},
                                               {"recordedAt", ledger::Instant{(*fact)->recorded_at, 0}.text()},
                                               {"event", ledger::traitsOf(kindOf(*(*fact)->command)).event},
                                               {"body", ledger::jsonOf(*(*fact)->command)}};
      lines += line.line() + "\n";
    }
  }
  return lines;
}

Result<void> addReleases(const ReadSide& side, std::vector<Member>& members) {
  const auto releases = projections::readReleases(*side.database);
  if (!releases) return releases.error();
  for (const auto& release : *releases) {
    const auto draft = madeAgain(side, release);
    if (!draft) return draft.error();
    for (const auto& file : allFiles(*draft))
      members.push_back(memberOf("releases/" + draft->asked.period.name() + "/" + file.name, file.bytes));
  }
  return {};
}

std::string formatOf(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "text" : std::string(name.substr(dot + 1));
}

// Names of resources are in lower case, without slashes.
std::string resourceName(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    if (c == '/' || c == '.') return '-';
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

std::string packageOf(const ReadSide& side, const std::vector<Member>& members) {
  JsonValue::List resources;
  for (const Member& member : members) {
    resources.push_back(JsonValue::Fields{{"name", resourceName(member.name)},
                                          {"path", member.name},
                                          {"format", formatOf(member.name)},
                                          {"encoding", "utf-8"},
                                          {"bytes", member.bytes.size()},
                                          {"hash", "sha256:" + ledger::sha256(member.bytes).hex()}});
  }
  const Founding& founding = side.reading.founding;
  const JsonValue package = JsonValue::Fields{
      {"profile", "data-package"},
      {"name", "asar-public"},
      {"title", "Everything public of the ledger " + founding.found.origin},
      {"licenses", JsonValue::List{JsonValue::Fields{{"name", "CC-BY-4.0"},
                                                     {"path", "https://creativecommons.org/licenses/by/4.0/"},
                                                     {"title", "Creative Commons Attribution 4.0"}}}},
      {"asar", JsonValue::Fields{{"origin", founding.found.origin},
                                 {"ledger", founding.id.text()},
                                 {"demo", founding.found.demo},
                                 {"size", side.published.checkpoint.size},
                                 {"root", side.published.checkpoint.root.hex()}}},
      {"resources", resources}};
  return package.pretty() + "\n";
}

Result<std::vector<Member>> publicMembers(const ReadSide& side) {
  std::vector<Member> members;
  const auto entries = publicEntries(side);
  if (!entries) return entries.error();
  members.push_back(memberOf("README", kReadme));
  members.push_back(memberOf("checkpoint", side.published.note));
  members.push_back(memberOf("entries.jsonl", *entries));
  ASAR_TRY(addReleases(side, members));
  std::ranges::sort(members, {}, &Member::name);
  members.push_back(memberOf("datapackage.json", packageOf(side, members)));
  std::ranges::sort(members, {}, &Member::name);
  members.push_back(memberOf("manifest", manifestOf(members)));
  std::ranges::sort(members, {}, &Member::name);
  return members;
}

Result<Answer> archive(Session& session, const Arguments& arguments) {
  const std::filesystem::path file = arguments.get("file");
  const auto side = openReadSide(session);
  if (!side) return side.error();
  const auto members = publicMembers(*side);
  if (!members) return members.error();
  const auto zip = zipOf(*members);
  if (!zip) return zip.error();
  ASAR_TRY(ledger::writeFileAtomically(file, *zip));
  Answer answer;
  answer.json =
      JsonValue::Fields{{"file", file.string()}, {"members", members->size()}, {"sha256", ledger::sha256(*zip).hex()}};
  answer.text = say(session.language, "release.archived",
                    {file.string(), groupedNumber(members->size()), ledger::sha256(*zip).hex()}) +
                "\n";
  answer.checkpoint = checkpointJson(side->published.checkpoint);
  return answer;
}

}  // namespace

CommandTable releaseArchiveCommands() {
  return {{"release", "archive", {{"file"}}, {}, archive}};
}

}  // namespace tools
