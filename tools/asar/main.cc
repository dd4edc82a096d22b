// asar — keeps a ledger of volunteer hours, grants and awards. `asar help` says what it can do.
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "tools/asar/command_line.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"

namespace {

int run(const std::vector<std::string>& words) {
  ledger::SystemClock clock;
  ledger::SystemRandom random;
  tools::Session session{.folder = {},
                         .in = std::cin,
                         .out = std::cout,
                         .err = std::cerr,
                         .clock = clock,
                         .random = random,
                         .environment = tools::systemEnvironment()};
  session.reader_left = [] {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
  };
  session.terminal = ::isatty(STDERR_FILENO) == 1;
  session.output_terminal = ::isatty(STDOUT_FILENO) == 1;
  return tools::runCommandLine(words, tools::allCommands(), session);
}

}  // namespace

int main(int count, char** words) {
  // A closed pipe shows as a failed write, so that it never cuts off what is being recorded.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  std::ios::sync_with_stdio(false);  // in step with C's streams, a failed read of the input would look like its end
  try {
    return run(std::vector<std::string>(words + 1, words + count));
  } catch (const std::exception& exception) {
    std::cerr << "asar: INTERNAL: " << exception.what() << "\n";
    return tools::kFailure;
  }
}
