// Mutations that keep the shape of what is mutated, beside libFuzzer's own of bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fuzz {

/// XML and JSON by their tokens: elements and members copied, nested, deleted, moved, renamed;
/// known ones, attributes, namespaces, references and commands put in. As LLVMFuzzerCustomMutator.
size_t mutate_documents(uint8_t* data, size_t size, size_t most, unsigned seed);

/// Feed tables by their numbers. As LLVMFuzzerCustomMutator.
size_t mutate_table(uint8_t* data, size_t size, size_t most, unsigned seed);

}  // namespace fuzz
