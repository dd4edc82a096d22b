// The one function of a fuzz target: takes any bytes, aborts where a promise is broken, returns 0.
//
// Source   libFuzzer's interface; replay_main.cc calls the same function over the files of a corpus.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
