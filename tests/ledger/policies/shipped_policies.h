// The policies that are shipped as JSON, read as `asar submit` reads them.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ledger/base/clock.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"

namespace tests {

inline std::filesystem::path policiesFolder() {
  return std::filesystem::path(ASAR_SOURCE_DIR) / "ledger/policies";
}

inline std::vector<std::string> shippedPolicies() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(policiesFolder())) {
    if (file.path().extension() == ".json") names.push_back(file.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

inline ledger::PolicyPublish shippedPolicy(const std::string& name) {
  std::ifstream file(policiesFolder() / (name + ".json"));
  std::stringstream text;
  text << file.rdbuf();
  const auto json = ledger::parseJson(text.str());
  EXPECT_TRUE(json.ok()) << name << ": " << (json ? "" : json.error().message);
  if (!json) return {};
  ledger::SeededRandom random(3);
  const auto command = ledger::commandFromJson(*json, random);
  EXPECT_TRUE(command.ok()) << name << ": " << (command ? "" : command.error().message);
  return command ? command->body.get<ledger::PolicyPublish>() : ledger::PolicyPublish{};
}

}  // namespace tests
