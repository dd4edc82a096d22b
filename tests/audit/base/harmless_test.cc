#include "audit/base/harmless.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

TEST(Harmless, NeitherMovesTheCursorNorTurnsTheDirectionOfWriting) {
  EXPECT_EQ(harmless("Көмек — 5 \"a\""), "Көмек — 5 \"a\"");
  EXPECT_EQ(harmless("a\x1B[2Jb\n"), "a?[2Jb?");
  EXPECT_EQ(harmless("a\xC2\x9B"
                     "b"),
            "a?b")
      << "the one-character introducer of control sequences";
  EXPECT_EQ(harmless("a\xE2\x80\xAE"
                     "b"),
            "a?b")
      << "from right to left";
  EXPECT_EQ(harmless("a\xE2\x80\x8B"
                     "b"),
            "a?b")
      << "of no width";
  EXPECT_EQ(harmless("a\xFF"
                     "b\xD2\x9A"),
            "a?b??")
      << "no UTF-8";
  EXPECT_EQ(harmless("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80");
}

}  // namespace
}  // namespace audit
