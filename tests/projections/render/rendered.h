// The sample log in a database, and texts kept beside the tests to be read by people.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "projections/render/render.h"
#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace tests {

// Compares with tests/golden/report/NAME; with UPDATE_GOLDEN=1 writes it.
inline void expectGolden(const std::string& name, const std::string& text) {
  const std::string path = std::string(ASAR_SOURCE_DIR) + "/tests/golden/report/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path) << text;
    return;
  }
  std::ifstream file(path);
  ASSERT_TRUE(file) << path << " is missing: run with UPDATE_GOLDEN=1 and read what it wrote";
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(text, golden.str());
}

class RenderedSample : public ::testing::Test {
 protected:
  RenderedSample() {
    log_.submit(person(11));
    log_.add(ledger::AwardNominate{subject(70), sample::kVolunteer, sample::kOrganisation, "volunteer-of-the-year",
                                   on("2026-05-01")});
    log_.byTwo(ledger::AwardConfer{subject(70), "ACT-1", on("2026-05-02")});
    const auto reached = projections::catchUp(database_, log_, log_.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
  }

  MadeLog log_ = sampleLog();
  projections::Database database_ = memoryDatabase();
};

}  // namespace tests
