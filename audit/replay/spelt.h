// Spelt — a value of an enumeration as the schema spells it, and as reports do.
#pragma once

#include <capnp/schema.h>

#include <string>

namespace audit {

// Its number where the schema has no such value.
template <class Enumerant>
std::string spelt(Enumerant value) {
  const auto all = capnp::Schema::from<Enumerant>().getEnumerants();
  const auto number = static_cast<unsigned>(value);
  return number < all.size() ? all[number].getProto().getName().cStr() : std::to_string(number);
}

}  // namespace audit
