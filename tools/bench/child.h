// Child — another program run to its end, and what that took.
//
// Units    seconds of wall time, and of CPU time of all its threads, its start included.
// Errors   a program that does not end with 0 ends this one.
// Threads  one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tools {

struct Took {
  double wall_seconds = 0;
  double cpu_seconds = 0;
};

// `words` begin with the path of the program; what it prints goes to `output`.
Took runChild(std::vector<std::string> words, const std::filesystem::path& output = "/dev/null");

}  // namespace tools
