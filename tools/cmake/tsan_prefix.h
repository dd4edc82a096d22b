// Included before all else under the thread sanitizer, which does not see pthread_mutex_clocklock and would take every
// timed lock for an unlocked one: the standard library then waits through pthread_mutex_timedlock, which it sees.
#pragma once

#include <bits/c++config.h>

#undef _GLIBCXX_USE_PTHREAD_MUTEX_CLOCKLOCK
