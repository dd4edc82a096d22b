#include "ledger/base/utf8.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

TEST(Utf8, TakesTheFirstAndLastSequenceOfEachLength) {
  // RFC 3629 section 3: the table of ranges.
  for (const char* text : {"\x01", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                           "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_EQ(utf8Length(text), std::string_view(text).size());
    EXPECT_TRUE(isUtf8(text));
  }
  EXPECT_TRUE(isUtf8(""));
  EXPECT_TRUE(isUtf8(std::string_view("\0", 1)));
  EXPECT_TRUE(isUtf8("Қазақ әліпбиі"));
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatLiesBeyond) {
  // RFC 3629 section 4: what the grammar leaves out.
  for (const char* text : {"\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
                           "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xfe"}) {
    EXPECT_EQ(utf8Length(text), 0U);
    EXPECT_FALSE(isUtf8(text));
  }
}

TEST(Utf8, RefusesSequencesThatEndEarlyOrStartInTheMiddle) {
  for (const char* text : {"\x80", "\xbf", "\xc2", "\xc2\x41", "\xe2\x82", "\xe2\x41\xac", "\xf0\x9f\x98", "ok\xc2"}) {
    EXPECT_FALSE(isUtf8(text));
  }
}

}  // namespace
}  // namespace ledger
