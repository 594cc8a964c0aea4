#pragma once

#include <cstddef>
#include <functional>

namespace billijk::cli {

/// Lets as many threads as asked do the same work, and waits for all of them; each is told its
/// number, from 0 on.
///
/// Where the system gives fewer threads those there are do all of it: what is shared out must be
/// taken from one place by whoever is free. An exception of any of them is thrown again here.
void work_together(std::size_t threads, const std::function<void(std::size_t)>& work);

}  // namespace billijk::cli
