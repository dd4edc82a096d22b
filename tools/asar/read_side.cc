#include "tools/asar/read_side.h"

#include "ledger/base/file_io.h"
#include "tools/asar/progress.h"

namespace tools {

projections::Goal goalOf(const Published& published) {
  return {published.checkpoint.size, published.checkpoint.root};
}

ledger::Result<ReadSide> openReadSide(const Session& session, Freshness freshness) {
  auto reading = openForReading(session);
  if (!reading) return reading.error();
  auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  ASAR_TRY(ledger::makeFolders(databaseFile(session).parent_path()));
  auto database = projections::Database::open(databaseFile(session));
  if (!database) return database.error();
  ReadSide side{std::move(*reading), std::move(*published),
                std::make_unique<projections::Database>(std::move(*database))};
  Progress progress(session, "progress.fold", side.published.checkpoint.size);
  projections::FollowOptions options;
  options.on_chunk = [&](ledger::Position size) { progress.show(size); };
  const auto followed =
      freshness == Freshness::kRebuilt
          ? projections::rebuild(*side.database, *side.reading.reader, goalOf(side.published), options)
          : projections::catchUp(*side.database, *side.reading.reader, goalOf(side.published), options);
  if (!followed) return followed.error();
  return side;
}

}  // namespace tools
