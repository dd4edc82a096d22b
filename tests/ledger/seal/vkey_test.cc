#include "ledger/seal/vkey.h"

#include <gtest/gtest.h>

#include "ledger/base/digest.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

// The first two are of the note package's tests, the third of the C2SP signed-note text, the last two of running logs.
const std::string kNeumannKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string kPublished[] = {kNeumannKey, "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
                                  "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                  "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
                                  "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"};

TEST(Vkey, PublishedOnesParseAndComeBack) {
  for (const std::string& text : kPublished) {
    const auto key = parseVkey(text);
    ASSERT_TRUE(key.ok()) << text;
    EXPECT_EQ(vkeyText(*key), text);
  }
  EXPECT_EQ(parseVkey(kPublished[0])->type, NoteKeyType::kEd25519);
  EXPECT_EQ(parseVkey(kPublished[4])->type, NoteKeyType::kCosignature);
  EXPECT_EQ(parseVkey(kPublished[4])->name, "remora.n621.de");
  EXPECT_EQ(parseVkey(kNeumannKey)->id, 0xc74f20a3U);
}

TEST(Vkey, OfKnownSeedsAreTheKnownOnes) {
  const nlohmann::json known = tests::tlogVectors()["note"];
  Seed seed = tests::digestOf(known["log_seed"]).bytes;
  const auto log = *KeyPair::fromSeed(seed);
  EXPECT_EQ(toHex(log.publicKey()), known["log_public_key"]);
  EXPECT_EQ(vkeyText(verifierKey("log.example/volunteer-ledger", NoteKeyType::kEd25519, log.publicKey())),
            known["log_vkey"]);
  seed = tests::digestOf(known["witness_seed"]).bytes;
  const auto witness = *KeyPair::fromSeed(seed);
  EXPECT_EQ(vkeyText(verifierKey("witness.example/w1", NoteKeyType::kCosignature, witness.publicKey())),
            known["witness_vkey"]);
}

TEST(Vkey, WithAnyChangedByteIsRefused) {
  for (std::size_t i = 0; i < kNeumannKey.size(); ++i) {
    std::string changed = kNeumannKey;
    changed[i] = static_cast<char>(changed[i] ^ 0x01);
    EXPECT_EQ(parseVkey(changed).ok() ? "" : parseVkey(changed).error().reason, "BAD_VKEY") << changed;
  }
}

std::string vkeyFrom(const std::string& name, const Bytes& typed) {
  const Digest hash = sha256({asBytes(name), asBytes("\n"), typed});
  return name + "+" + toHex(hash.view().first(4)) + "+" + toBase64(typed);
}

Bytes typedKey(std::uint8_t type, std::size_t size) {
  Bytes typed(1 + size, 0x42);
  typed[0] = type;
  return typed;
}

TEST(Vkey, OfOtherTypesOrLengthsIsRefused) {
  EXPECT_TRUE(parseVkey(vkeyFrom("a", typedKey(0x01, 32))).ok());
  EXPECT_TRUE(parseVkey(vkeyFrom("a", typedKey(0x04, 32))).ok());
  for (const int type : {0x00, 0x02, 0x03, 0x05, 0x65, 0xff})
    EXPECT_FALSE(parseVkey(vkeyFrom("a", typedKey(static_cast<std::uint8_t>(type), 32))).ok()) << type;
  EXPECT_FALSE(parseVkey(vkeyFrom("a", typedKey(0x01, 31))).ok());
  EXPECT_FALSE(parseVkey(vkeyFrom("a", typedKey(0x01, 33))).ok());
  EXPECT_FALSE(parseVkey(vkeyFrom("a", {})).ok());
}

TEST(Vkey, OfMlDsaIsRecognised) {
  const auto key = parseVkey(vkeyFrom("witness.example/w2", typedKey(0x06, 1312)));
  ASSERT_TRUE(key.ok());
  EXPECT_EQ(key->type, NoteKeyType::kMlDsaCosignature);
  EXPECT_FALSE(parseVkey(vkeyFrom("witness.example/w2", typedKey(0x06, 1311))).ok());
}

TEST(Vkey, OfASmallOrderKeyIsRefused) {
  Bytes typed(33);
  typed[0] = 0x01;
  typed[1] = 0x01;
  EXPECT_FALSE(parseVkey(vkeyFrom("a", typed)).ok());
}

TEST(Vkey, NeedsThreePartsALowerCaseIdAndCanonicalBase64) {
  for (const char* text :
       {"", "a", "a+b", "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n", "PeterNeumann+cc469956+WBADKEY=="}) {
    EXPECT_FALSE(parseVkey(text).ok()) << text;
  }
}

TEST(KeyName, HasNoSpacesPlusOrBrokenUtf8) {
  for (const char* name : {"a", "log.example/volunteer-ledger", "журнал.example", "a:b"}) EXPECT_TRUE(isKeyName(name));
  for (const char* name : {"", "a b", "a+b", "a\tb", "a\nb",
                           "a\xc2\xa0"
                           "b",
                           "a\xe3\x80\x80", "\xe2\x80\xa8", "a\xff"})
    EXPECT_FALSE(isKeyName(name)) << name;
}

}  // namespace
}  // namespace ledger
