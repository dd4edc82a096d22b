#include "audit/log/tlog_proof.h"

#include <gtest/gtest.h>

#include "audit/base/merkle.h"
#include "audit/log/note.h"
#include "tests/vectors/tlog_vectors.h"

namespace audit {
namespace {

std::string known(const char* name) {
  return ::tests::tlogVectors()["tlog_proof"][name].get<std::string>();
}

TEST(TlogProof, ReadsAndWritesThoseOfOthers) {
  for (const auto& [name, index] : {std::pair("index_0_size_1", 0U), std::pair("index_299_size_300", 299U)}) {
    const auto proof = TlogProof::parse(bytesOf(known(name)));
    ASSERT_TRUE(proof) << name;
    EXPECT_EQ(proof->index, index);
    EXPECT_EQ(proof->text(), known(name));
    const auto note = Note::parse(bytesOf(proof->checkpoint));
    const auto checkpoint = note ? Checkpoint::parse(note->text) : std::nullopt;
    ASSERT_TRUE(checkpoint) << name;
    const Hash leaf = Sha256().leaf(bytesOf(::tests::numberedEntry(index)));
    EXPECT_TRUE(includes({index, checkpoint->size, leaf, checkpoint->root}, proof->path)) << name;
    EXPECT_FALSE(includes({index, checkpoint->size, Sha256().leaf({}), checkpoint->root}, proof->path)) << name;
  }
}

TEST(TlogProof, KeepsExtraBytes) {
  auto proof = *TlogProof::parse(bytesOf(known("index_299_size_300")));
  proof.extra = {1, 2, 3};
  const auto again = TlogProof::parse(bytesOf(proof.text()));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->extra, proof.extra);
  EXPECT_EQ(again->path, proof.path);
}

TEST(TlogProof, RefusesEveryOtherSpelling) {
  const std::string good = known("index_299_size_300");
  const std::string hash = base64Of(Hash{});
  const std::string start(kTlogProofStart);
  for (const std::string& text :
       {std::string(), start, good.substr(1), "c2sp.org/tlog-proof@v2\n" + good.substr(start.size()),
        start + "extra !\nindex 1\n\nx", start + "extra AAA\nindex 1\n\nx", start + "index 01\n\nx",
        start + "index -1\n\nx", start + "index 99999999999999999999\n\nx", start + "index\n\nx",
        start + "index 1\n" + hash, start + "index 1\n" + hash.substr(4) + "\n\nx",
        start + "index 1\n" + hash + " \n\nx", start + "extra AA==\nextra AA==\nindex 1\n\nx"}) {
    EXPECT_FALSE(TlogProof::parse(bytesOf(text))) << text;
  }
  std::string many = start + "index 1\n";
  for (int i = 0; i < 63; ++i) many += hash + "\n";
  EXPECT_TRUE(TlogProof::parse(bytesOf(many + "\nx")));
  EXPECT_FALSE(TlogProof::parse(bytesOf(many + hash + "\n\nx")));
  EXPECT_FALSE(TlogProof::parse(bytesOf(start + "index 1\n\n" + std::string(3U << 20U, 'x'))));
}

}  // namespace
}  // namespace audit
