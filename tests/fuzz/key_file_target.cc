// Key files: any content is refused or gives a key that signs; what was read can be kept and read again.
#include <fstream>
#include <string>

#include "ledger/base/check.h"
#include "ledger/seal/key_file.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const tests::TempFolder folder;
  const fs::path path = folder / "key";
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  const auto open_part = ledger::readPublicPart(path);
  const auto key = ledger::readKeyFile(path, "");  // an encrypted seed stays so: scrypt is too slow to be fuzzed
  ASAR_CHECK(open_part.ok() || !key.ok());
  if (!key) return 0;
  ASAR_CHECK(key->name == open_part->name && key->key == open_part->key);
  ASAR_CHECK(ledger::keyPairOf(*key, key->purpose)->publicKey() == key->key);
  const fs::path copy = folder / "copy";
  fs::remove(copy);
  ledger::SeededRandom random(1);
  const auto written = ledger::writeKeyFile(copy, *key, "", random);
  ASAR_CHECK(written.ok() == (key->name.size() <= 255));
  if (!written) return 0;
  const auto again = ledger::readKeyFile(copy, "");
  ASAR_CHECK(again.ok() && again->seed == key->seed && again->name == key->name && again->purpose == key->purpose);
  return 0;
}
