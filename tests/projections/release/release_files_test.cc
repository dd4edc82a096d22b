#include "projections/release/release_files.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace projections {
namespace {

OrganisationRow organisation(const char* name) {
  OrganisationRow row;
  row.names = {name, name, name};
  return row;
}

std::string organisationsCsv(const char* name) {
  ReleaseTables tables;
  tables.organisations.push_back(organisation(name));
  tables.period = *parseReleasePeriod("2026-Q4");
  ReleaseTableRow row;
  row.period = "2026-Q4";
  row.region = "KZ-71";
  row.organisation = &tables.organisations.front();
  row.volunteers = 10;
  row.hours = 40;
  tables.tables.push_back({"organisations", {row}});
  return tableFiles(tables).front().bytes;
}

TEST(ReleaseFiles, QuotesAsTheFormatAsks) {
  EXPECT_NE(organisationsCsv("One, \"Two\"").find(",\"One, \"\"Two\"\"\","), std::string::npos);
}

TEST(ReleaseFiles, GivesASpreadsheetNothingToRun) {
  for (const char* name : {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)"})
    EXPECT_NE(organisationsCsv(name).find(std::string(",'") + name + ","), std::string::npos) << name;
  EXPECT_NE(organisationsCsv("Fund;=1+1").find(",\"Fund;'=1+1\","), std::string::npos) << "a cell in other locales";
  EXPECT_NE(organisationsCsv(" =1").find(",' =1,"), std::string::npos);
  EXPECT_NE(organisationsCsv("＝1").find(",'＝1,"), std::string::npos);
}

TEST(ReleaseFiles, DescribesEveryTableByItsHash) {
  ReleaseTables tables;
  tables.period = *parseReleasePeriod("2026-10");
  tables.tables = {{"activities", {}}, {"national", {}}, {"regions", {}}};
  const auto files = tableFiles(tables);
  const auto package = packageFile(tables, files, {"log.example/1", "0abc", true, 42, {}, {}});
  const auto json = nlohmann::json::parse(package.bytes);
  EXPECT_EQ(json["name"], "asar-release-2026-10");
  EXPECT_EQ(json["asar"]["size"], 42);
  ASSERT_EQ(json["resources"].size(), 3U);
  EXPECT_EQ(json["resources"][1]["path"], "national.csv");
  EXPECT_EQ(json["resources"][1]["hash"], "sha256:" + files[2].digest().hex());
  EXPECT_EQ(json["resources"][1]["schema"]["fields"].size(), 4U);
  EXPECT_EQ(packageFile(tables, files, {"log.example/1", "0abc", true, 42, {}, {}}).bytes, package.bytes);
}

}  // namespace
}  // namespace projections
