// capnpc plug-in: writes plain C++ values, and their one codec, from the schema.
//
// Shape    reads a CodeGeneratorRequest on standard input; writes values.h, values_codec.h and
//          values_codec.cc into the current folder. Run by the build, never by a user.
// Source   capnp/schema.capnp, "CodeGeneratorRequest".
#include <capnp/schema-loader.h>
#include <capnp/schema.capnp.h>
#include <capnp/serialize.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "ledger/schema/generator/emit.h"

int main() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 1 << 24;
  capnp::StreamFdMessageReader message(STDIN_FILENO, options);
  const auto request = message.getRoot<capnp::schema::CodeGeneratorRequest>();
  capnp::SchemaLoader loader;
  for (const auto node : request.getNodes()) loader.load(node);
  const auto schema = generator::collect(loader, request);
  std::ofstream("values.h") << generator::valuesHeader(schema);
  std::ofstream("values_codec.h") << generator::codecHeader(schema);
  std::ofstream("values_codec.cc") << generator::codecSource(schema);
  return 0;
}
