// sharedFolder — where the published data, schemas and vectors lie that tests read but do not own.
//
// Shape    $ASAR_SHARED if set, else "../shared" beside the checkout; none if that is no folder.
// Rule     a test that needs it and gets none says so: GTEST_SKIP() << kSharedFolderAbsent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

namespace tests {

constexpr const char* kSharedFolderAbsent =
    "the folder of published data is absent: put it beside the checkout as ../shared, or name it in ASAR_SHARED";

inline std::optional<std::filesystem::path> sharedFolder() {
  const char* named = std::getenv("ASAR_SHARED");
  const std::filesystem::path folder = named != nullptr && *named != '\0'
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(ASAR_SOURCE_DIR).parent_path() / "shared";
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return std::nullopt;
  return folder;
}

}  // namespace tests
