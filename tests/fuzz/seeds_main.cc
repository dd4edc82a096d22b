// Writes the first inputs of the corpora: one command of every kind, an entry, a submission, a frame.
// Run by hand when the schema grows: build/dev/tests/fuzz/fuzz_seeds tests/fuzz/corpus
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "ledger/base/clock.h"
#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/log/frame.h"

namespace ledger {
namespace {

void save(const std::filesystem::path& file, ByteView bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << asText(bytes);
}

void saveCommands(const std::filesystem::path& folder, Random& random) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto command = commandFromJson(exampleOf(static_cast<Kind>(i)), random);
    ASAR_CHECK(command.ok());
    save(folder / ("command_" + std::string(traitsOf(kindOf(*command)).command)), encode(*command));
  }
}

Bytes entryBytes(Random& random) {
  Entry entry;
  entry.version = 1;
  entry.index = 7;
  entry.streams = {{random.id<SubjectId>(), 3, 2}};
  entry.recorded_at = 1'772'341'200'000;
  entry.salt = random.id<NonceId>();
  const Command command{random.id<NonceId>(), {}, HoursClaim{}};
  entry.body = EventBody{6, 0, encode(command), Decision{1, Effect::kEffective, 4, 0, {}}};
  return encode(entry);
}

void saveAll(const std::filesystem::path& corpus) {
  SeededRandom random(1);
  const std::filesystem::path codec = corpus / "event_codec";
  saveCommands(codec, random);
  const Bytes entry = entryBytes(random);
  save(codec / "entry", entry);
  save(codec / "entry_one_word_short", ByteView(entry).first(entry.size() - 8));
  save(codec / "header", encode(Header{}));
  save(codec / "submission", encode(Submission{}));
  const std::vector<Encoded> batch = {{sha256(entry), entry}, {Digest{}, {}}};
  const Bytes frame = encodeFrame(batch);
  save(corpus / "frame" / "two_entries", frame);
  save(corpus / "frame" / "one_byte_short", ByteView(frame).first(frame.size() - 1));
  save(corpus / "frame" / "count_past_the_end", fromHex("01ffffffff").value());
}

}  // namespace
}  // namespace ledger

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", arguments[0]);
    return 2;
  }
  ledger::saveAll(arguments[1]);
  return 0;
}
