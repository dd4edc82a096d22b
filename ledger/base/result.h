// Result<T> — a value, or the error that stands in its place.
//
// Shape    like std::expected<T, Error>: true when it holds a value.
// Errors   six codes; `reason` is a stable upper-case name that programs may compare, `message` one
//          sentence for a person, with the figures.
// Threads  a value type.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "ledger/base/check.h"

namespace ledger {

enum class ErrorCode {
  kInvalid,      // the input is malformed
  kNotFound,     // what was asked for does not exist
  kConflict,     // the caller's picture of the ledger is out of date, or an id is taken
  kRefused,      // well formed, but a rule says no
  kCorrupt,      // stored bytes are damaged
  kUnavailable,  // the disk, a lock or a peer does not let us go on
};

struct Error {
  ErrorCode code = ErrorCode::kInvalid;
  std::string reason;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): so that "return value;" reads as it should
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): so that "return error;" reads as it should
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  bool ok() const { return state_.index() == 0; }

  // The pointer is tested, not the index: so the compiler sees that it is never null.
  const T& value() const& {
    const T* held = std::get_if<0>(&state_);
    ASAR_CHECK(held != nullptr);
    return *held;
  }
  T& value() & {
    T* held = std::get_if<0>(&state_);
    ASAR_CHECK(held != nullptr);
    return *held;
  }
  T&& value() && { return std::move(value()); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const {
    const Error* held = std::get_if<1>(&state_);
    ASAR_CHECK(held != nullptr);
    return *held;
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): so that "return error;" reads as it should
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return ok(); }
  bool ok() const { return !error_.has_value(); }
  const Error& error() const {
    ASAR_CHECK(error_.has_value());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace ledger

// Evaluates a Result-returning expression; on error returns that error from the enclosing function.
#define ASAR_TRY(expression)                                                                   \
  do {                                                                                         \
    if (auto asar_try_result = (expression); !asar_try_result) return asar_try_result.error(); \
  } while (false)
