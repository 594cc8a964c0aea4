#pragma once

#include "io/toml/node.hpp"

namespace billijk::io {

/// Lays a nearer file over what it extends: its keys win, tables merge key by key, everything else
/// (arrays, number-tables, the mix, the contract's clause) replaces whole, and of keys that exclude
/// each other those of the nearer file push out the others.
void merge(Node& base, const Node& nearer);

}  // namespace billijk::io
