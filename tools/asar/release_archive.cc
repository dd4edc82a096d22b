// asar release archive: everything public in one ZIP or folder — the public entries with their paths to the root, money
// as tables, every release, and what describes them.
#include <algorithm>
#include <set>

#include "ledger/base/file_io.h"
#include "ledger/event/json.h"
#include "projections/fact_source.h"
#include "projections/oversight/public_entries.h"
#include "projections/oversight/releases.h"
#include "tools/asar/commands.h"
#include "tools/asar/print.h"
#include "tools/asar/proof.h"
#include "tools/asar/public_figures.h"
#include "tools/asar/public_package.h"
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
    "entries, shown    the exact bytes of these entries, and the path of each to the root of the log\n"
    "money/            grants, payments, organisations, obligations, donations and calls: a table for each kind of\n"
    "                  entry, and grant-figures.csv, which is added up from them\n"
    "releases/         figures about people and their hours as they were released: CSV, JSON, and a datapackage.json\n"
    "checkpoint        the signed size and root of the log that all of this was made from (C2SP tlog-checkpoint)\n"
    "datapackage.json  the files of this archive, with their hashes and columns (Frictionless Data Package)\n"
    "manifest          SHA-256 of every other file\n"
    "\n"
    "  asar-audit verify THIS-FILE --vkey VKEY\n"
    "\n"
    "checks each entry against the root, makes the tables of money anew from the entries, and compares every released\n"
    "table with the hash in its entry. VKEY is the log's key: take it from a source that is not whoever gave you this\n"
    "file. Whether entries were left out, and the figures of releases, only the whole log shows (asar-audit "
    "recompute).\n"
    "In a table of CSV an apostrophe stands before what a spreadsheet would run.\n";

constexpr std::string_view kWithoutProofs = "without-proofs";
constexpr std::string_view kUnproven =
    "Everything public of an Asar ledger, made without proofs.\n"
    "\n"
    "entries.jsonl     each public entry that took effect, as JSON: its index, when it was recorded, what it says\n"
    "money/            grants, payments, organisations, obligations, donations and calls: a table for each kind of\n"
    "                  entry, and grant-figures.csv, which is added up from them\n"
    "releases/         figures about people and their hours as they were released: CSV, JSON, and a datapackage.json\n"
    "checkpoint        the signed size and root of the log that all of this was made from (C2SP tlog-checkpoint)\n"
    "datapackage.json  the files of this archive, with their hashes and columns (Frictionless Data Package)\n"
    "without-proofs    why the bytes of the entries and their paths to the root are left out\n"
    "manifest          SHA-256 of every other file\n"
    "\n"
    "Single entries cannot be checked against the root, nor lines and tables against the entries: asar-audit verify\n"
    "judges the checkpoint and the manifest, and says so.\n"
    "In a table of CSV an apostrophe stands before what a spreadsheet would run.\n";
constexpr std::string_view kWhyUnproven =
    "Single entries: not checked, the archive was made without proofs (asar release archive --without-proofs).\n";

enum class EntryProofs { kShown, kLeftOut };

Member memberOf(std::string name, std::string_view bytes) {
  return {std::move(name), ledger::toBytes(ledger::asBytes(bytes))};
}

// Those that took effect and are public.
struct Told {
  std::string lines;  // entries.jsonl
  PublicTables tables;
  std::set<Position> positions;  // of their entries, and of what an endorsement brought into effect
};

void tell(const projections::Fact& fact, Told& told) {
  const JsonValue body = ledger::jsonOf(*fact.command);
  told.lines += JsonValue(JsonValue::Fields{{"index", fact.index},
                                            {"stated", fact.stated},
                                            {"recordedAt", ledger::Instant{fact.recorded_at, 0}.text()},
                                            {"event", ledger::traitsOf(kindOf(*fact.command)).event},
                                            {"body", body}})
                    .line() +
                "\n";
  told.tables.take(fact, body);
  told.positions.insert({fact.index, fact.stated});
}

Result<Told> publicFacts(const ReadSide& side) {
  projections::FactSource source(*side.reading.reader);
  Told told;
  const Position size = side.published.checkpoint.size;
  for (Position at = 0; at < size;) {
    const auto page = side.reading.reader->read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at == size) break;
      ++at;
      const auto fact = source.take(stored);
      if (!fact) return fact.error();
      if (*fact != nullptr && projections::isPublic(**fact)) tell(**fact, told);
    }
  }
  return told;
}

// The exact bytes of these entries, and their paths, in the same order.
Result<void> addEntries(const ReadSide& side, const std::set<Position>& positions, std::vector<Member>& members) {
  const auto proofs = Proofs::open(*side.reading.log, side.published);
  if (!proofs) return proofs.error();
  ledger::Bytes entries;
  std::string shown;
  for (const Position index : positions) {
    const auto read = side.reading.reader->read(index, 1);
    if (!read) return read.error();
    const ledger::Bytes& bytes = read->front().bytes;
    entries.push_back(static_cast<std::uint8_t>(bytes.size() >> 8U));
    entries.push_back(static_cast<std::uint8_t>(bytes.size() & 0xff));
    ledger::appendBytes(entries, bytes);
    const auto path = proofs->pathOf(index);
    if (!path) return path.error();
    shown += "index " + std::to_string(index) + "\n";
    for (const ledger::Digest& hash : *path) shown += hash.base64() + "\n";
    shown += "\n";
  }
  members.push_back({"entries", std::move(entries)});
  members.push_back(memberOf("shown", shown));
  return {};
}

Result<void> addMoney(const ReadSide& side, const PublicTables& tables, std::vector<Member>& members) {
  for (const PublicTable& table : publicTables())
    members.push_back(memberOf(moneyPath(table.name), tables.csvOf(table)));
  const auto figures = grantFiguresCsv(*side.database);
  if (!figures) return figures.error();
  members.push_back(memberOf(moneyPath(kGrantFigures), *figures));
  return {};
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

// With the proofs, or with the reason why there are none.
Result<void> addProven(const ReadSide& side, const Told& told, EntryProofs proofs, std::vector<Member>& members) {
  const bool shown = proofs == EntryProofs::kShown;
  members.push_back(memberOf("README", shown ? kReadme : kUnproven));
  if (shown) return addEntries(side, told.positions, members);
  members.push_back(memberOf(std::string(kWithoutProofs), kWhyUnproven));
  return {};
}

Result<std::vector<Member>> publicMembers(const ReadSide& side, EntryProofs proofs) {
  std::vector<Member> members;
  const auto told = publicFacts(side);
  if (!told) return told.error();
  members.push_back(memberOf("checkpoint", side.published.note));
  members.push_back(memberOf("entries.jsonl", told->lines));
  ASAR_TRY(addProven(side, *told, proofs, members));
  ASAR_TRY(addMoney(side, told->tables, members));
  ASAR_TRY(addReleases(side, members));
  std::ranges::sort(members, {}, &Member::name);
  JsonValue package = packageJson(side.reading.founding, side.published.checkpoint, members);
  if (proofs == EntryProofs::kLeftOut) package.set("description", kWhyUnproven);
  members.push_back(memberOf("datapackage.json", package.pretty() + "\n"));
  std::ranges::sort(members, {}, &Member::name);
  members.push_back(memberOf("manifest", manifestOf(members)));
  std::ranges::sort(members, {}, &Member::name);
  if (proofs == EntryProofs::kShown) ASAR_TRY(requireReadable(members));
  return members;
}

// Of a folder the manifest, which names the hash of every file.
Result<ledger::Digest> writeArchive(const Arguments& arguments, const std::vector<Member>& members) {
  const std::filesystem::path file = arguments.get("file");
  if (arguments.has("directory")) {
    ASAR_TRY(requireEmptyFolder(file));
    ASAR_TRY(writeMembers(file, members));
    return ledger::sha256(std::ranges::find(members, "manifest", &Member::name)->bytes);
  }
  const auto zip = zipOf(members);
  if (!zip) return zip.error();
  ASAR_TRY(ledger::writeFileAtomically(file, *zip));
  return ledger::sha256(*zip);
}

Result<Answer> archive(Session& session, const Arguments& arguments) {
  const auto side = openReadSide(session);
  if (!side) return side.error();
  const auto proofs = arguments.has("without-proofs") ? EntryProofs::kLeftOut : EntryProofs::kShown;
  const auto members = publicMembers(*side, proofs);
  if (!members) return members.error();
  const auto digest = writeArchive(arguments, *members);
  if (!digest) return digest.error();
  const std::string file = arguments.get("file");
  Answer answer;
  answer.json = JsonValue::Fields{{"file", file}, {"members", members->size()}, {"sha256", digest->hex()}};
  answer.text = say(session.language, "release.archived", {file, groupedNumber(members->size()), digest->hex()}) + "\n";
  answer.checkpoint = checkpointJson(side->published.checkpoint);
  return answer;
}

}  // namespace

CommandTable releaseArchiveCommands() {
  return {{"release", "archive", {{"file"}}, {{"directory", ""}, {"without-proofs", ""}}, archive}};
}

}  // namespace tools
