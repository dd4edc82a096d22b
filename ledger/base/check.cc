#include "ledger/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace ledger {

void checkFailed(const char* condition, const char* file, int line) {
  // stderr and not a logger: the logger may be what is broken.
  std::fprintf(stderr, "asar: broken promise: %s (%s:%d)\n", condition, file, line);
  std::fflush(stderr);
  std::abort();
}

}  // namespace ledger
