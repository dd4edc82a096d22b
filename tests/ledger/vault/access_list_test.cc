#include "ledger/vault/access_list.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/base/clock.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

constexpr UtcMs kAt = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

TEST(AccessList, HoldsALineForEachAccessOfADay) {
  tests::TempFolder folder;
  SeededRandom random(1);
  AccessList list(folder / "access");
  const Access access{kAt, random.id<PersonId>(), random.id<PersonId>(), {Field::kName, Field::kIin}, Purpose::kAudit};
  ASSERT_TRUE(list.add(access).ok());
  ASSERT_TRUE(list.add(access).ok());
  std::ifstream in(folder / "access" / "2026-01-01.jsonl");
  std::string line;
  std::getline(in, line);
  EXPECT_EQ(line, R"({"at":"2026-01-01T00:00:00+00:00","reader":")" + access.reader.text() + R"(","person":")" +
                      access.person.text() + R"(","fields":["name","iin"],"purpose":"audit"})");
  const auto day = list.of(Instant{kAt, 0}.civilDay());
  ASSERT_TRUE(day.ok());
  EXPECT_EQ(day->accesses, 2U);
  EXPECT_EQ(day->hash, sha256(asBytes(line + "\n" + line + "\n")));
}

TEST(AccessList, OfADayWithoutAccessesIsTheHashOfNothing) {
  tests::TempFolder folder;
  const auto day = AccessList(folder / "access").of(20'000);
  ASSERT_TRUE(day.ok());
  EXPECT_EQ(day->accesses, 0U);
  EXPECT_EQ(day->hash, sha256(ByteView()));
}

TEST(AccessList, RefusesWhereItCannotBeKept) {
  tests::TempFolder folder;
  std::ofstream(folder / "access") << "a file in its place";
  EXPECT_FALSE(AccessList(folder / "access").add({kAt, {}, {}, {}, Purpose::kAudit}).ok());
}

TEST(AccessList, EveryPurposeIsFoundByItsName) {
  for (const Purpose purpose : allPurposes()) EXPECT_EQ(purposeNamed(nameOf(purpose)), purpose);
  EXPECT_EQ(purposeNamed("curiosity"), std::nullopt);
}

}  // namespace
}  // namespace ledger
