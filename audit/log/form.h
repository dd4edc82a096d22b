// Forms — whether bytes are the one canonical spelling of a message, judged by our own walk over them.
//
// Shape    the walk knows where each object has to begin, that sections end in no zero word, that no bit lies outside
//          the fields of the schema, and what the annotations ask of each field. Bytes that pass can be read without
//          further checks, since every pointer in them was followed.
// Errors   kNotCanonical: wrong bytes. kUnknownKind: a union member the schema does not know; not judged further.
// Threads  a Forms is immutable after construction.
// Source   ledger/schema/README.md, "Canonical bytes"; the encoding of Cap'n Proto.
#pragma once

#include <memory>

#include "audit/base/bytes.h"

namespace audit {

enum class Form { kCanonical, kNotCanonical, kUnknownKind };

struct FormVerdict {
  Form form = Form::kCanonical;
  const char* why = "";

  bool ok() const { return form == Form::kCanonical; }
};

struct StructForm;

class Forms {
 public:
  Forms();
  ~Forms();
  Forms(const Forms&) = delete;
  Forms& operator=(const Forms&) = delete;

  // `bytes` has to begin at an address divisible by 8.
  FormVerdict entry(Bytes bytes) const;
  FormVerdict header(Bytes bytes) const;
  FormVerdict command(Bytes bytes) const;
  // An entry, and the header or command it carries.
  FormVerdict entryWithBody(Bytes bytes) const;

 private:
  std::vector<std::unique_ptr<StructForm>> all_;
  const StructForm* entry_;
  const StructForm* header_;
  const StructForm* command_;
};

}  // namespace audit
