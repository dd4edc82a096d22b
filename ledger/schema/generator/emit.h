// The generator's picture of the schema, and the three texts made from it.
#pragma once

#include <capnp/schema-loader.h>
#include <capnp/schema.capnp.h>

#include <string>
#include <vector>

namespace generator {

struct Field {
  std::string name;      // as in the schema: occurredAt
  std::string cxx_name;  // occurred_at
  std::string cxx_type;  // Instant
  std::string read;      // expression that yields the value from `in`
  std::string write;     // statement that puts `v.cxx_name` into `out`
  bool subject = false;  // an id of a subject or person
  std::string role;      // whose kind of subject it names: its own name, or what `of` says
  std::vector<std::string> in_state;
  std::string becomes;
};

struct Choice {  // a member of a union
  std::string name;
  std::string cxx_type;
  std::string event;  // kind annotation, where it has one
  std::string does;
  std::string visibility;
  bool inherits = false;
  bool importable = false;
  std::vector<std::string> streams;
  std::vector<std::string> from;
  std::string to;
  unsigned since = 0;
};

struct Struct {
  std::string name;
  std::vector<Field> fields;
  std::vector<Choice> choices;
};

struct Enum {
  std::string name;
  std::vector<std::string> enumerants;
};

struct Schema {
  std::vector<std::string> files;  // ledger/schema/types.capnp …
  std::vector<Enum> enums;
  std::vector<Struct> structs;  // each after those it uses
};

Schema collect(const capnp::SchemaLoader& loader, capnp::schema::CodeGeneratorRequest::Reader request);
std::string valuesHeader(const Schema& schema);
std::string codecHeader(const Schema& schema);
std::string codecSource(const Schema& schema);

// occurredAt → OccurredAt, occurred_at, OCCURRED_AT.
std::string upperFirst(const std::string& name);
std::string snake(const std::string& name);
std::string shout(const std::string& name);

}  // namespace generator
