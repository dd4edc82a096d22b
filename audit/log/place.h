// Place — where an export is: a file or folder of this machine, or an address of http or https.
//
// Shape    https is believed by the authorities of one PEM file, or by the system's where none is named.
// Threads  a value type.
#pragma once

#include <filesystem>
#include <string>

namespace audit {

struct Place {
  std::string where;
  std::filesystem::path authorities;

  Place() = default;
  // NOLINTBEGIN(google-explicit-constructor): a path is a place
  Place(std::string where_is, std::filesystem::path believed = {})
      : where(std::move(where_is)), authorities(std::move(believed)) {}
  Place(const std::filesystem::path& path) : where(path.string()) {}
  Place(const char* path) : where(path) {}
  // NOLINTEND(google-explicit-constructor)

  bool isAddress() const { return where.starts_with("http://") || where.starts_with("https://"); }
  std::filesystem::path path() const { return where; }
};

}  // namespace audit
