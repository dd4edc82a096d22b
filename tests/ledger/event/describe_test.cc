#include "ledger/event/describe.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ledger {
namespace {

TEST(Describe, NamesTheTypeOfEveryField) {
  const auto fields = describeFields(Kind::kRoleGrant);
  ASSERT_EQ(fields.size(), 4U);
  EXPECT_EQ(fields[0].name, "person");
  EXPECT_EQ(fields[0].type, "id of a Person");
  EXPECT_FALSE(fields[0].optional);
  EXPECT_EQ(fields[1].type.substr(0, 24), "one of authority, clerk,");
  EXPECT_TRUE(fields[2].optional);
}

TEST(Describe, DescribesTheItemsOfAList) {
  const auto fields = describeFields(Kind::kAgreementSign);
  const auto lines = std::ranges::find(fields, "lines", &FieldDescription::name);
  ASSERT_NE(lines, fields.end());
  EXPECT_EQ(lines->type, "list");
  EXPECT_EQ(lines->inner.size(), 3U);
}

TEST(Describe, EveryKindHasFieldsAndIsFoundByItsName) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    EXPECT_FALSE(describeFields(kind).empty()) << traitsOf(kind).command;
    EXPECT_EQ(kindByName(traitsOf(kind).command), kind);
  }
  EXPECT_EQ(kindByName("hours"), std::nullopt);
}

}  // namespace
}  // namespace ledger
