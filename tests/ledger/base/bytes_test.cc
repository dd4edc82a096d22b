#include "ledger/base/bytes.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

// RFC 4648 section 10.
TEST(Base64, EncodesTheVectorsOfTheRfc) {
  EXPECT_EQ(toBase64(asBytes("")), "");
  EXPECT_EQ(toBase64(asBytes("f")), "Zg==");
  EXPECT_EQ(toBase64(asBytes("fo")), "Zm8=");
  EXPECT_EQ(toBase64(asBytes("foobar")), "Zm9vYmFy");
}

TEST(Base64, DecodesWhatItEncodes) {
  Bytes bytes;
  for (int i = 0; i < 300; ++i) {
    const auto decoded = fromBase64(toBase64(bytes));
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(*decoded, bytes);
    bytes.push_back(static_cast<std::uint8_t>(i * 37));
  }
}

TEST(Base64, RefusesEverySecondSpelling) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm 9", "Zm-_"}) {
    EXPECT_FALSE(fromBase64(text).ok()) << text;
  }
}

TEST(Hex, RoundTripsAndRefusesCapitalsAndOddLength) {
  EXPECT_EQ(toHex(Bytes{0x00, 0xab, 0xff}), "00abff");
  EXPECT_EQ(*fromHex("00abff"), (Bytes{0x00, 0xab, 0xff}));
  EXPECT_FALSE(fromHex("AB").ok());
  EXPECT_FALSE(fromHex("abc").ok());
}

TEST(BigEndian, IsMostSignificantByteFirst) {
  Bytes out;
  appendBigEndian16(out, 0x0102);
  appendBigEndian32(out, 0x03040506);
  appendBigEndian64(out, 0x0708090a0b0c0d0eULL);
  EXPECT_EQ(toHex(out), "0102030405060708090a0b0c0d0e");
  EXPECT_EQ(readBigEndian64(ByteView(out).subspan(6)), 0x0708090a0b0c0d0eULL);
}

}  // namespace
}  // namespace ledger
