#include "tests/crash/forge.h"

#include <vector>

#include "ledger/log/log_check.h"
#include "ledger/log/rocksdb_engine.h"
#include "ledger/merkle/hashing.h"

namespace tests {

using ledger::ByteView;
using ledger::Result;

ledger::Result<void> forgeHead(const std::filesystem::path& directory) {
  auto engine = ledger::RocksdbEngine::open(directory / "log", ledger::LogMode::kWrite, false);
  if (!engine) return engine.error();
  ledger::LogCheck check(std::nullopt, false);
  ledger::Head head;
  const auto walked = (*engine)->walk({}, {}, 0, [&](ByteView key, ByteView value) -> Result<bool> {
    if (auto added = check.add(key, value); !added) return added.error();
    const auto frame = ledger::FrameView::parse(ledger::readBigEndian64(key), value);
    head = {frame->end(), frame->hash(frame->size() - 1)};
    return true;
  });
  if (!walked) return walked.error();
  return ledger::HeadFile::create(directory / "head", {head, check.frontier().root()});
}

ledger::Result<void> rewriteEntry(const std::filesystem::path& directory, ledger::Position position) {
  {
    auto engine = ledger::RocksdbEngine::open(directory / "log", ledger::LogMode::kWrite, false);
    if (!engine) return engine.error();
    std::vector<ledger::Encoded> entries;
    ledger::Position first = 0;
    const auto found =
        (*engine)->walk(ledger::frameKey(position), {}, 0, [&](ByteView key, ByteView value) -> Result<bool> {
          first = ledger::readBigEndian64(key);
          const auto frame = ledger::FrameView::parse(first, value);
          if (!frame) return frame.error();
          for (std::size_t i = 0; i < frame->size(); ++i) entries.push_back(frame->entry(i));
          return false;
        });
    if (!found) return found.error();
    ledger::Encoded& target = entries.at(position - first);
    target.body.back() ^= 1;
    target.hash = ledger::leafHash(target.body);
    ASAR_TRY((*engine)->put(ledger::frameKey(first), ledger::encodeFrame(entries)));
  }
  return forgeHead(directory);
}

}  // namespace tests
