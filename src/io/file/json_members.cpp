#include "io/file/json_members.hpp"

#include <jansson.h>

#include <memory>

namespace billijk::io {

std::vector<std::string> member_names(std::string_view json) {
  const std::unique_ptr<json_t, decltype(&json_decref)> object{
      json_loadb(json.data(), json.size(), 0, nullptr), &json_decref};
  std::vector<std::string> names;
  for (void* member = json_object_iter(object.get()); member != nullptr;
       member = json_object_iter_next(object.get(), member))
    names.emplace_back(json_object_iter_key(member));
  return names;
}

}  // namespace billijk::io
