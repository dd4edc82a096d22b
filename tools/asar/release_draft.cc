#include "tools/asar/release_draft.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "projections/oversight/releases.h"
#include "projections/report/suppression_policy.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Position;
using ledger::Result;
using projections::ReleasePeriod;

constexpr Position kStep = 8192;

bool isOf(const ledger::ReleasePublish& command, const ReleasePeriod& period) {
  return command.span == period.span && command.from == period.from;
}

// The newest proposal among these entries; `recorded_at` becomes that of the first of them.
Result<std::optional<ReleaseProposal>> proposalAmong(ledger::EventReader& reader, Position from, Position to,
                                                     const ReleasePeriod& period, ledger::UtcMs& recorded_at) {
  std::optional<ReleaseProposal> newest;
  for (Position at = from; at < to;) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at == to) break;
      ++at;
      const auto entry = ledger::decodeStoredEntry(stored.bytes);
      if (!entry) return entry.error();
      if (stored.index == from) recorded_at = entry->recorded_at;
      const auto* event = std::get_if<ledger::EventBody>(&entry->body);
      if (event == nullptr || event->decision.effect != ledger::Effect::kProposed) continue;
      const auto command = ledger::decodeStoredCommand(event->command);
      if (!command) return command.error();
      const auto* release = command->body.as<ledger::ReleasePublish>();
      if (release != nullptr && isOf(*release, period))
        newest = ReleaseProposal{stored.leaf_hash, stored.index, *release};
    }
  }
  return newest;
}

}  // namespace

Result<ReleaseDraft> makeDraft(const ReadSide& side, const projections::ReleaseAsked& asked,
                               const ledger::Digest& root) {
  auto tables = projections::makeReleaseTables(*side.database, asked);
  if (!tables) return tables.error();
  const Founding& founding = side.reading.founding;
  auto files = projections::tableFiles(*tables);
  auto package = projections::packageFile(
      *tables, files, {founding.found.origin, founding.id.text(), founding.found.demo, asked.size, root, asked.rule});
  return ReleaseDraft{asked, root, *std::move(tables), std::move(files), std::move(package)};
}

Result<ReleaseDraft> draftNow(const ReadSide& side, const ReleasePeriod& period, ledger::CivilDay today) {
  const auto policy = projections::readSuppressionPolicyOn(*side.database, today);
  if (!policy) return policy.error();
  auto releases = projections::readReleases(*side.database);
  if (!releases) return releases.error();
  const auto& checkpoint = side.published.checkpoint;
  return makeDraft(side, {period, checkpoint.size, policy->rule, *std::move(releases)}, checkpoint.root);
}

Result<void> compareTables(const ReleaseDraft& draft, const std::vector<ledger::ReleasedTable>& named) {
  const auto same = [](const projections::ReleaseFile& file, const ledger::ReleasedTable& table) {
    return file.name == table.name && file.digest() == table.digest;
  };
  if (std::ranges::equal(draft.files, named, same)) return {};
  for (const projections::ReleaseFile& file : draft.files) {
    if (std::ranges::any_of(named, [&](const auto& table) { return same(file, table); })) continue;
    return Error{ErrorCode::kConflict, "TABLES_DIFFER",
                 file.name + " of " + draft.asked.period.name() + " has another hash than is recorded: the log gives " +
                     file.digest().hex() + "; nobody may endorse it, make it anew with `asar release prepare`"};
  }
  return Error{ErrorCode::kConflict, "TABLES_DIFFER", "other tables are recorded than the log gives"};
}

Result<ReleaseDraft> madeAgain(const ReadSide& side, const projections::ReleaseRow& release) {
  auto releases = projections::readReleases(*side.database);
  if (!releases) return releases.error();
  std::erase_if(*releases, [&](const auto& other) { return other.since >= release.since; });
  const ReleasePeriod period{release.span, release.from, release.to};
  auto draft = makeDraft(
      side, {period, release.at_size, {release.least, release.least_with_minors}, *std::move(releases)}, release.root);
  if (!draft) return draft;
  const auto rows = projections::readReleasedTables(*side.database, release.release);
  if (!rows) return rows.error();
  std::vector<ledger::ReleasedTable> named;
  for (const auto& row : *rows) named.push_back({row.name, row.digest});
  ASAR_TRY(compareTables(*draft, named));
  return draft;
}

JsonValue::Fields fieldsOf(const ReleaseDraft& draft) {
  const projections::ReleaseAsked& asked = draft.asked;
  JsonValue::List revises;
  if (asked.period.span == ledger::ReleaseSpan::kYear) {
    for (const auto& one : asked.before) {
      if (asked.period.from <= one.from && one.from <= asked.period.to)
        revises.push_back(JsonValue::Fields{{"release", one.release.text()}});
    }
  }
  JsonValue::List tables;
  for (const projections::ReleaseFile& file : draft.files)
    tables.push_back(JsonValue::Fields{{"name", file.name}, {"digest", file.digest().hex()}});
  return {{"span", nameOf(asked.period.span)},
          {"from", ledger::dayText(asked.period.from)},
          {"to", ledger::dayText(asked.period.to)},
          {"revises", revises},
          {"atSize", asked.size},
          {"root", draft.root.hex()},
          {"least", asked.rule.least},
          {"leastWithMinors", asked.rule.least_with_minors},
          {"tables", tables}};
}

Result<ReleaseProposal> findProposal(ledger::EventReader& reader, const ReleasePeriod& period, ledger::UtcMs now) {
  Position to = reader.size();
  for (ledger::UtcMs recorded_at = now; to > 0 && recorded_at + ledger::limits::kEndorseWithin >= now;) {
    const Position from = to - std::min(to, kStep);
    const auto found = proposalAmong(reader, from, to, period, recorded_at);
    if (!found) return found.error();
    if (*found) return **found;
    to = from;
  }
  return Error{ErrorCode::kNotFound, "NO_PROPOSAL",
               "nobody proposed a release of " + period.name() + " in the last 14 days: `asar release prepare " +
                   period.name() + " --key FILE` does"};
}

Result<std::optional<projections::ReleaseRow>> findRelease(const ReadSide& side, const ReleasePeriod& period) {
  const auto releases = projections::readReleases(*side.database);
  if (!releases) return releases.error();
  const auto found = std::ranges::find_if(
      *releases, [&](const auto& one) { return one.span == period.span && one.from == period.from; });
  if (found == releases->end()) return std::optional<projections::ReleaseRow>();
  return std::optional(*found);
}

}  // namespace tools
