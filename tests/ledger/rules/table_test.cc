#include "ledger/rules/table.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace ledger {
namespace {

using Names = Table<int, std::string>;

std::map<int, std::string> changedOf(const Names& names) {
  std::map<int, std::string> all;
  for (const auto& [key, name] : names.changed()) EXPECT_TRUE(all.emplace(key, name).second) << key << " comes twice";
  return all;
}

TEST(Table, WhatIsDiscardedIsAsItWas) {
  Names names;
  names.edit(1) = "one";
  names.settle();
  names.edit(1) += " and more";
  names.edit(1) += " and yet more";
  names.edit(2) = "two";
  EXPECT_EQ(*names.find(1), "one and more and yet more");
  EXPECT_EQ(changedOf(names), (std::map<int, std::string>{{1, "one and more and yet more"}, {2, "two"}}));
  names.discard();
  EXPECT_EQ(*names.find(1), "one");
  EXPECT_FALSE(names.has(2));
  EXPECT_EQ(names.size(), 1U);
  EXPECT_TRUE(names.changed().empty());
}

TEST(Table, WhatIsSettledStays) {
  Names names;
  names.edit(1) = "one";
  names.settle();
  EXPECT_TRUE(names.changed().empty());
  names.discard();
  EXPECT_EQ(*names.find(1), "one");
  // A change after a discarded one is kept apart from it.
  names.edit(1) = "lost";
  names.discard();
  names.edit(1) = "kept";
  names.settle();
  names.discard();
  EXPECT_EQ(*names.find(1), "kept");
}

TEST(Table, RecordsStayWhileTheTableGrows) {
  Names names;
  for (int key = 0; key < 1'000; ++key) names.edit(key) = std::to_string(key);
  names.settle();
  for (int key = 500; key < 1'500; ++key) names.edit(key) = "changed";
  names.discard();
  EXPECT_EQ(names.size(), 1'000U);
  for (const auto& [key, name] : names.all()) EXPECT_EQ(name, std::to_string(key));
}

}  // namespace
}  // namespace ledger
