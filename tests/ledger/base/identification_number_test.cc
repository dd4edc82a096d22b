#include "ledger/base/identification_number.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

TEST(IdentificationNumber, TakesTheNumbersOfPublicInstitutions) {
  // As they print them: the national bank and three companies.
  for (const char* bin : {"941240001151", "020240000555", "971240001315", "940140000385"})
    EXPECT_TRUE(checkBin(bin).ok()) << bin;
}

TEST(IdentificationNumber, TakesBothWaysToTheCheckDigit) {
  // Invented: the first two by the first weights, the others by the second ones.
  for (const char* iin : {"901231400003", "850701100014", "901231400403", "000229600503"})
    EXPECT_TRUE(checkIin(iin).ok()) << iin;
}

TEST(IdentificationNumber, OneChangedDigitIsNoticed) {
  const std::string good = "901231400403";
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == '9' ? '0' : static_cast<char>(bad[i] + 1);
    EXPECT_FALSE(checkIin(bad).ok()) << i;
  }
}

TEST(IdentificationNumber, RefusesWhatHasNoCheckDigit) {
  // Both sums are 10: whatever the last digit.
  for (char last = '0'; last <= '9'; ++last) {
    EXPECT_FALSE(checkIin(std::string("90123140049") + last).ok()) << last;
    EXPECT_FALSE(checkBin(std::string("99094000076") + last).ok()) << last;
  }
}

TEST(IdentificationNumber, RefusesOtherShapesAndImpossibleDates) {
  for (const char* bad : {"", "90123140000", "9012314000033", " 901231400003", "9012314 00003", "٩٠١٢٣١٤٠٠٠٠٣",
                          "90123140000x", "901331400003", "900230400003", "901231000003", "901231700003"})
    EXPECT_FALSE(checkIin(bad).ok()) << bad;
  // 1900 was no leap year.
  EXPECT_TRUE(checkIin("000229600004").ok());
  EXPECT_FALSE(checkIin("000229400004").ok());
  for (const char* bad : {"", "941340001151", "941270001151", "941244001151", "901231400003"})
    EXPECT_FALSE(checkBin(bad).ok()) << bad;
}

TEST(IdentificationNumber, InPublicMayBeAnIinWhateverItsDayAndCentury) {
  for (const char* digits : {"901231400003", "000100000004", "991230999005", "900139000005", "901239000001"})
    EXPECT_TRUE(isIinInPublic(digits)) << digits;
  // A fifth digit that no day begins with, months 00 and 13, another check digit, and what is no twelve digits.
  for (const char* other : {"901240400002", "941240001151", "900030400008", "901330400001", "901231400004", "",
                            "90123140000", "9012314000030", "90123140000x", "٩٠١٢٣١٤٠٠٠٠٣"})
    EXPECT_FALSE(isIinInPublic(other)) << other;
}

TEST(IdentificationNumber, IsNeverEchoed) {
  EXPECT_EQ(checkIin("901231400004").error().message.find("901231"), std::string::npos);
  EXPECT_EQ(checkBin("941240001152").error().message.find("941240"), std::string::npos);
}

TEST(IdentificationNumber, KnowsTheDayOfBirth) {
  EXPECT_EQ(dayText(birthDayOfIin("901231400003")), "1990-12-31");
  EXPECT_EQ(dayText(birthDayOfIin("000229600004")), "2000-02-29");
}

}  // namespace
}  // namespace ledger
