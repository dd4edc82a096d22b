#include "tools/asar/read_side.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "ledger/base/file_io.h"
#include "tools/asar/print.h"
#include "tools/asar/progress.h"

namespace tools {

namespace {

ledger::Error lockFailed(const std::filesystem::path& file) {
  return {ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN",
          "the read models need the lock " + file.string() + ": " + ledger::systemMessage()};
}

int openLock(const std::filesystem::path& file) {
  return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
}

}  // namespace

ledger::Result<std::unique_ptr<Turn>> Turn::wait(const std::filesystem::path& file) {
  std::unique_ptr<Turn> turn(new Turn(openLock(file)));
  if (turn->lock_ < 0) return lockFailed(file);
  int taken = ::flock(turn->lock_, LOCK_EX);
  while (taken != 0 && errno == EINTR) taken = ::flock(turn->lock_, LOCK_EX);
  if (taken != 0) return lockFailed(file);
  return turn;
}

ledger::Result<std::unique_ptr<Turn>> Turn::tryTake(const std::filesystem::path& file) {
  std::unique_ptr<Turn> turn(new Turn(openLock(file)));
  if (turn->lock_ < 0) return lockFailed(file);
  if (::flock(turn->lock_, LOCK_EX | LOCK_NB) == 0) return turn;
  if (errno != EWOULDBLOCK) return lockFailed(file);
  return std::unique_ptr<Turn>();
}

Turn::~Turn() {
  if (lock_ >= 0) ::close(lock_);
}

projections::Goal goalOf(const Published& published) {
  return {published.checkpoint.size, published.checkpoint.root};
}

namespace {

std::filesystem::path besideTables(const Session& session, const char* name) {
  return databaseFile(session).parent_path() / name;
}

ledger::Result<void> requireFolder(const Session& session) {
  ASAR_TRY(requireLog(session));
  return ledger::makeFolders(databaseFile(session).parent_path());
}

constexpr int kOpenings = 5;

// The log as it is now and its newest checkpoint; no turn and no tables yet.
ledger::Result<ReadSide> startReading(const Session& session) {
  for (int opening = 1;; ++opening) {
    auto reading = openForReading(session);
    if (!reading) return reading.error();
    auto published = requirePublished(session, reading->founding);
    if (!published) return published.error();
    // Others may have recorded and published since the log was opened; where it stays short, the follower says so.
    if (published->checkpoint.size > reading->reader->size() && opening < kOpenings) continue;
    return ReadSide{nullptr, std::move(*reading), std::move(*published), nullptr};
  }
}

// The same, with the turn: what was published before it came is seen.
ledger::Result<ReadSide> startInTurn(const Session& session) {
  ASAR_TRY(requireFolder(session));
  auto turn = Turn::wait(besideTables(session, "lock"));
  if (!turn) return turn.error();
  auto side = startReading(session);
  if (side) side->turn = std::move(*turn);
  return side;
}

ledger::Result<void> openTables(ReadSide& side, const std::filesystem::path& file) {
  auto database = projections::Database::open(file);
  if (!database) return database.error();
  side.database = std::make_unique<projections::Database>(std::move(*database));
  return {};
}

projections::FollowOptions shownBy(Progress& progress) {
  projections::FollowOptions options;
  options.on_chunk = [&progress](ledger::Position size) { progress.show(size); };
  return options;
}

ledger::Result<void> follow(const Session& session, ReadSide& side, const projections::Goal& goal) {
  Progress progress(session, "progress.fold", goal.size);
  const auto followed = projections::catchUp(*side.database, *side.reading.reader, goal, shownBy(progress));
  if (!followed) return followed.error();
  return {};
}

// Whether the tables, of other versions than this program's, can be shown as they stand; `why` is said of them.
ledger::Result<bool> answerAsTheyStand(const Session& session, ReadSide& side, std::string_view why) {
  auto answers = projections::answersFor(*side.database, *side.reading.reader);
  if (!answers || !*answers) return answers;
  const auto bookmark = projections::readBookmark(*side.database);
  if (!bookmark) return bookmark.error();
  if (!session.quiet) {
    session.err << say(session.language, why, {groupedNumber((*bookmark)->size)}) << "\n";
  }
  return true;
}

// A rebuild of this ledger's tables, with what it needs to go on while others write.
class Building {
 public:
  Building(const Session& session, ReadSide& side, bool accepts_differences)
      : session_(session),
        side_(side),
        fold_(session, "progress.fold", side.published.checkpoint.size),
        rebuild_(
            {databaseFile(session), besideTables(session, "next.db")}, [this] { return openReader(); },
            optionsOf(accepts_differences)) {}

  // Up to the switch, for which the turn is needed.
  ledger::Result<void> prepare() {
    ASAR_TRY(rebuild_.build([this] { return newest(); }));
    const auto rows = rebuild_.rows();
    if (!rows) return rows.error();
    compare_.emplace(session_, "progress.compare", static_cast<std::uint64_t>(*rows));
    ASAR_TRY(rebuild_.compare());
    compare_.reset();
    return {};
  }
  ledger::Result<void> replace() { return rebuild_.replace(goalOf(side_.published)); }
  const std::optional<projections::Comparison>& comparison() const { return rebuild_.comparison(); }

 private:
  projections::RebuildOptions optionsOf(bool accepts_differences) {
    projections::RebuildOptions options;
    options.accepts_differences = accepts_differences;
    options.follow.on_chunk = [this](ledger::Position size) { fold_.show(size); };
    options.on_rows = [this](std::int64_t rows) { compare_->show(static_cast<std::uint64_t>(rows)); };
    return options;
  }
  // Others may have recorded and published since.
  ledger::Result<ledger::EventReader*> openReader() {
    auto reading = openForReading(session_);
    if (!reading) return reading.error();
    side_.reading = std::move(*reading);
    return side_.reading.reader.get();
  }

  ledger::Result<projections::Goal> newest() {
    auto now = startReading(session_);
    if (!now) return now.error();
    side_ = std::move(*now);
    return goalOf(side_.published);
  }

  const Session& session_;
  ReadSide& side_;
  Progress fold_;
  std::optional<Progress> compare_;
  projections::Rebuild rebuild_;
};

// The caller is the one builder.
ledger::Result<RebuiltSide> rebuildAlone(const Session& session, bool accepts_differences) {
  auto side = startReading(session);
  if (!side) return side.error();
  Building building(session, *side, accepts_differences);
  ASAR_TRY(building.prepare());
  auto switched = startInTurn(session);
  if (!switched) return switched.error();
  side->published = switched->published;
  ASAR_TRY(building.replace());
  ASAR_TRY(openTables(*switched, databaseFile(session)));
  ASAR_TRY(follow(session, *switched, goalOf(switched->published)));
  return RebuiltSide{std::move(*switched), building.comparison()};
}

// The tables of the version before, where a rebuild found that this program's say otherwise: until somebody decides.
ledger::Result<ReadSide> openUndecided(const Session& session, const ledger::Error& differs) {
  auto side = startInTurn(session);
  if (!side) return side;
  ASAR_TRY(openTables(*side, databaseFile(session)));
  const auto answered = answerAsTheyStand(session, *side, "projection.undecided");
  if (!answered) return answered.error();
  if (!*answered) return differs;
  return side;
}

// The caller is the one builder.
ledger::Result<ReadSide> rebuildBeforeReading(const Session& session, Meanwhile meanwhile) {
  auto rebuilt = rebuildAlone(session, /*accepts_differences=*/false);
  if (rebuilt) return std::move(rebuilt->side);
  if (meanwhile == Meanwhile::kWait || rebuilt.error().reason != "REBUILD_DIFFERS") return rebuilt.error();
  return openUndecided(session, rebuilt.error());
}

}  // namespace

ledger::Result<RebuiltSide> rebuildReadSide(const Session& session, bool accepts_differences) {
  ASAR_TRY(requireFolder(session));
  const auto builder = Turn::wait(besideTables(session, "next.lock"));
  if (!builder) return builder.error();
  return rebuildAlone(session, accepts_differences);
}

ledger::Result<ReadSide> openReadSide(const Session& session, Meanwhile meanwhile) {
  for (;;) {
    auto side = startInTurn(session);
    if (!side) return side;
    ASAR_TRY(openTables(*side, databaseFile(session)));
    const auto followed = follow(session, *side, goalOf(side->published));
    if (followed) return side;
    if (followed.error().reason != "VERSION_DIFFERS") return followed.error();
    auto builder = Turn::tryTake(besideTables(session, "next.lock"));
    if (!builder) return builder.error();
    const bool builds = *builder != nullptr;
    const bool undecided = builds && projections::isUndecided(*side->database, besideTables(session, "next.db"));
    if ((!builds || undecided) && meanwhile == Meanwhile::kAnswer) {
      const auto answered =
          answerAsTheyStand(session, *side, undecided ? "projection.undecided" : "projection.meanwhile");
      if (!answered) return answered.error();
      if (*answered) return side;
    }
    side->database.reset();
    side->turn.reset();  // others read on
    if (builds) return rebuildBeforeReading(session, meanwhile);
    builder = Turn::wait(besideTables(session, "next.lock"));
    if (!builder) return builder.error();
  }
}

ledger::Result<ReadSide> openReadSideToCompare(const Session& session) {
  auto side = startInTurn(session);
  if (!side) return side;
  ASAR_TRY(openTables(*side, databaseFile(session)));
  const auto followed = follow(session, *side, goalOf(side->published));
  if (!followed && followed.error().reason != "VERSION_DIFFERS") return followed.error();
  return side;
}

ledger::Result<ReadSide> openReadSideAt(const Session& session, const PastGoal& goal) {
  auto side = startInTurn(session);
  if (!side) return side;
  const auto asked = goal(*side->reading.reader, side->published.checkpoint);
  if (!asked) return asked.error();
  projections::SpareTables past{besideTables(session, "past.db"), nullptr};
  Progress progress(session, "progress.fold", asked->size);
  ASAR_TRY(projections::catchUpSpare(past, *side->reading.reader, *asked, shownBy(progress)));
  side->database = std::move(past.database);
  return side;
}

}  // namespace tools
