#include "tests/sample/founders.h"

#include "ledger/seal/key_file.h"

namespace sample {

using namespace ledger;

namespace {

Result<StoredKey> readPair(const std::filesystem::path& file, KeyPurpose purpose) {
  auto stored = readKeyFile(file, "");
  if (!stored) return stored.error();
  const auto pair = keyPairOf(*stored, purpose);
  if (!pair) return pair.error();
  return stored;
}

Result<Actor> readAuthority(const std::filesystem::path& file) {
  const auto stored = readPair(file, KeyPurpose::kActor);
  if (!stored) return stored.error();
  const auto person = PersonId::parse(stored->name);
  if (!person) return person.error();
  return Actor{*person, *keyPairOf(*stored, KeyPurpose::kActor)};
}

Result<KeyPair> makeFile(const std::filesystem::path& file, KeyPurpose purpose, const std::string& name,
                         Random& random) {
  StoredKey stored{purpose, name, {}, {}};
  random.fill(stored.seed);
  auto pair = KeyPair::fromSeed(stored.seed);
  if (!pair) return pair;
  stored.key = pair->publicKey();
  ASAR_TRY(writeKeyFile(file, stored, "", random));
  return pair;
}

Result<Actor> makeAuthority(const std::filesystem::path& file, Random& random) {
  const auto person = random.id<PersonId>();
  const auto pair = makeFile(file, KeyPurpose::kActor, person.text(), random);
  if (!pair) return pair.error();
  return Actor{person, *pair};
}

}  // namespace

Result<Founders> takeFounders(const std::filesystem::path& folder, bool founded, Random& random) {
  const auto keys = folder / "keys";
  std::error_code ignored;
  std::filesystem::create_directories(keys, ignored);
  const std::string origin = "demo.asar.example/sample-year";
  const auto authority = [&](const char* name) {
    return founded ? readAuthority(keys / name) : makeAuthority(keys / name, random);
  };
  const auto first = authority("authority-1.key");
  if (!first) return first.error();
  const auto second = authority("authority-2.key");
  if (!second) return second.error();
  if (!founded) {
    const auto made = makeFile(keys / "log.key", KeyPurpose::kLog, origin, random);
    if (!made) return made.error();
    return Founders{*first, *second, *made, origin, founded};
  }
  const auto stored = readPair(keys / "log.key", KeyPurpose::kLog);
  if (!stored) return stored.error();
  return Founders{*first, *second, *keyPairOf(*stored, KeyPurpose::kLog), stored->name, founded};
}

}  // namespace sample
