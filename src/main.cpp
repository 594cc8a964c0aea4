#include <iostream>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return billijk::cli::run(argc, argv, std::cin, std::cout, std::cerr);
}
