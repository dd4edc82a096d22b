#include "tools/asar/read_side.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "ledger/base/file_io.h"
#include "tools/asar/progress.h"

namespace tools {

ledger::Result<std::unique_ptr<Turn>> Turn::wait(const std::filesystem::path& file) {
  const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
  std::unique_ptr<Turn> turn(new Turn(lock));
  int taken = lock < 0 ? -1 : ::flock(lock, LOCK_EX);
  while (lock >= 0 && taken != 0 && errno == EINTR) taken = ::flock(lock, LOCK_EX);
  if (taken == 0) return turn;
  return ledger::Error{ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                       "the read models need the lock " + file.string() + ": " + ledger::systemMessage()};
}

Turn::~Turn() {
  if (lock_ >= 0) ::close(lock_);
}

projections::Goal goalOf(const Published& published) {
  return {published.checkpoint.size, published.checkpoint.root};
}

namespace {

// Everything but the tables.
ledger::Result<ReadSide> startReading(const Session& session) {
  ASAR_TRY(requireLog(session));
  ASAR_TRY(ledger::makeFolders(databaseFile(session).parent_path()));
  auto turn = Turn::wait(databaseFile(session).parent_path() / "lock");
  if (!turn) return turn.error();
  auto reading = openForReading(session);
  if (!reading) return reading.error();
  auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  return ReadSide{std::move(*turn), std::move(*reading), std::move(*published), nullptr};
}

ledger::Result<void> openTables(ReadSide& side, const std::filesystem::path& file) {
  auto database = projections::Database::open(file);
  if (!database) return database.error();
  side.database = std::make_unique<projections::Database>(std::move(*database));
  return {};
}

}  // namespace

ledger::Result<ReadSide> openReadSide(const Session& session, Freshness freshness) {
  auto side = startReading(session);
  if (!side) return side;
  ASAR_TRY(openTables(*side, databaseFile(session)));
  Progress progress(session, "progress.fold", side->published.checkpoint.size);
  projections::FollowOptions options;
  options.on_chunk = [&](ledger::Position size) { progress.show(size); };
  const auto followed =
      freshness == Freshness::kRebuilt
          ? projections::rebuild(*side->database, *side->reading.reader, goalOf(side->published), options)
          : projections::catchUp(*side->database, *side->reading.reader, goalOf(side->published), options);
  if (!followed) return followed.error();
  return side;
}

ledger::Result<ReadSide> openReadSideAt(const Session& session, const PastGoal& goal) {
  auto side = startReading(session);
  if (!side) return side;
  const auto asked = goal(*side->reading.reader, side->published.checkpoint);
  if (!asked) return asked.error();
  ASAR_TRY(openTables(*side, databaseFile(session).parent_path() / "past.db"));
  Progress progress(session, "progress.fold", asked->size);
  projections::FollowOptions options;
  options.on_chunk = [&](ledger::Position size) { progress.show(size); };
  auto followed = projections::catchUp(*side->database, *side->reading.reader, *asked, options);
  // It stands further on, or was made from another log: nothing in it is worth keeping.
  if (!followed) followed = projections::rebuild(*side->database, *side->reading.reader, *asked, options);
  if (!followed) return followed.error();
  return side;
}

}  // namespace tools
