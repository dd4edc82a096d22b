#include "tools/bench/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tools/bench/stopwatch.h"
#include "tools/bench/workload.h"

namespace tools {
namespace {

double secondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

Took runChild(std::vector<std::string> words, const std::filesystem::path& output) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = 0;
  const Stopwatch watch;
  const int failed = ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), nullptr);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage used{};
  if (failed != 0 || ::wait4(child, &status, 0, &used) != child || status != 0) {
    giveUp({ledger::ErrorCode::kUnavailable, "CHILD_FAILED", words[0] + " " + words[1] + " did not end well"});
  }
  return {watch.seconds(), secondsOf(used.ru_utime) + secondsOf(used.ru_stime)};
}

}  // namespace tools
