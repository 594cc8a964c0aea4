# Writes the preset files as C++ string literals: cmake -DROOT=… -DFILES=… -DOUT=… -P this.
set(entries "")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "\\.toml$" "" name ${file})
  string(APPEND entries "    {\"${name}\", R\"preset(${text})preset\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"io/case/embedded_presets.hpp\"\n\nnamespace billijk::io {\n
const std::vector<EmbeddedPreset>& embedded_presets() {\n  static const std::vector<EmbeddedPreset> presets{\n${entries}  };
  return presets;\n}\n\n}  // namespace billijk::io\n")
