#include "ledger/vault/field.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

std::string refusal(Field field, std::string_view value) {
  const auto checked = checkValue(field, value);
  return checked ? "" : checked.error().reason;
}

TEST(Fields, AreFoundByTagAndName) {
  for (const Field field : allFields()) {
    EXPECT_EQ(*fieldOf(static_cast<std::uint16_t>(field)), field);
    EXPECT_EQ(fieldNamed(nameOf(field)), field);
  }
  EXPECT_EQ(fieldOf(0).error().reason, "FIELD_UNKNOWN");
  EXPECT_EQ(fieldOf(11).error().reason, "FIELD_UNKNOWN");
  EXPECT_EQ(fieldNamed("religion"), std::nullopt);
}

TEST(Fields, CheckTheirValues) {
  EXPECT_EQ(refusal(Field::kIin, "901231400003"), "");
  EXPECT_EQ(refusal(Field::kIin, "901231400004"), "BAD_IIN");
  EXPECT_EQ(refusal(Field::kBin, "941240001151"), "");
  EXPECT_EQ(refusal(Field::kBin, "901231400003"), "BAD_BIN");
  EXPECT_EQ(refusal(Field::kName, "Үлгі"), "");
  EXPECT_EQ(refusal(Field::kPatronymic, "1"), "BAD_NAME");
  EXPECT_EQ(refusal(Field::kPhone, "+77010000000"), "");
  for (const char* bad : {"77010000000", "+7 701 0000000", "+123456", "+1234567890123456", "+", ""})
    EXPECT_EQ(refusal(Field::kPhone, bad), "BAD_VALUE") << bad;
  EXPECT_EQ(refusal(Field::kEmail, "sample@example.kz"), "");
  for (const char* bad : {"", "@", "a@", "@b", "a b@c", "a@b@c", "a\n@b"})
    EXPECT_EQ(refusal(Field::kEmail, bad), "BAD_VALUE") << bad;
  EXPECT_EQ(refusal(Field::kAddress, "Үлгі көшесі, 1"), "");
  EXPECT_EQ(refusal(Field::kAddress, std::string(513, 'a')), "BAD_VALUE");
  EXPECT_EQ(refusal(Field::kAddress, "a\x01"), "BAD_VALUE");
}

TEST(Fields, DaysOfBirthAreRealDays) {
  for (const char* good : {"1900-01-01", "1999-12-31", "2000-02-29", "2024-02-29"})
    EXPECT_EQ(refusal(Field::kBirthDate, good), "") << good;
  for (const char* bad : {"1900-02-29", "1899-12-31", "2023-02-29", "2024-2-29", "2024-13-01", "2024-00-10",
                          "2024/01/01", "2024-01-01 ", "", "٢٠٢٤-٠١-٠١"})
    EXPECT_EQ(refusal(Field::kBirthDate, bad), "BAD_DATE") << bad;
}

TEST(Fields, TellTheDayOfBirthWhereTheyKnowIt) {
  EXPECT_EQ(dayText(*birthDayIn(Field::kIin, "901231400003")), "1990-12-31");
  EXPECT_EQ(dayText(*birthDayIn(Field::kBirthDate, "1969-12-31")), "1969-12-31");
  EXPECT_EQ(birthDayIn(Field::kName, "Үлгі"), std::nullopt);
}

}  // namespace
}  // namespace ledger
