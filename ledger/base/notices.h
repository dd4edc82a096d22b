// Notices — what a program says about its own running, to those who run it. Not the ledger's log.
//
// Shape    a fixed name and a few fields. Never personal data: values are numbers, and words of our own or of the
//          system (reasons, file names); identities and keys do not compile as a value. Text that users
//          wrote must not be handed on.
// Threads  say() from any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace ledger {

enum class NoticeLevel : std::uint8_t { kDebug, kInfo, kWarn, kError, kOff };

struct NoticeField {
  NoticeField(std::string_view name_of, std::string_view word) : name(name_of), value(word) {}
  template <std::integral Number>
  NoticeField(std::string_view name_of, Number number) : name(name_of), value(static_cast<std::int64_t>(number)) {}

  std::string_view name;
  std::variant<std::int64_t, std::string_view> value;
};

class Notices {
 public:
  virtual ~Notices() = default;
  // Never fails and never blocks for long; what cannot be said is left unsaid.
  virtual void say(NoticeLevel level, std::string_view name, std::initializer_list<NoticeField> fields) = 0;
};

// Says nothing.
Notices& noNotices();

}  // namespace ledger
