# Writes style and scripts as C++ string literals: cmake -DROOT=… -DSCRIPTS=… -DOUT=… -P this.
function(literals text result)
  # A literal may not be longer than 65,536 bytes.
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND pieces "R\"page(${piece})page\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  set(${result} "${pieces}" PARENT_SCOPE)
endfunction()

file(READ ${ROOT}/page.css style)
set(script "\n")
foreach(file IN LISTS SCRIPTS)
  file(READ ${ROOT}/${file} text)
  string(APPEND script "${text}")
endforeach()
literals("${style}" style_literals)
literals("${script}" script_literals)
file(WRITE ${OUT} "#include \"report/page/embedded_page.hpp\"\n\nnamespace billijk::report {\n
std::string_view embedded_style() {\n  return ${style_literals};\n}\n
std::string_view embedded_script() {\n  return ${script_literals};\n}\n\n}  // namespace billijk::report\n")
