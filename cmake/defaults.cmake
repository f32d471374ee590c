# SPDX-License-Identifier: Apache-2.0
# Language, warnings, hardening, and the two functions by which every target is made.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE)
  # Without these two, files with a precompiled header are not cached.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

add_library(touchstone_defaults INTERFACE)
target_include_directories(touchstone_defaults INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(touchstone_defaults INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  -ffp-contract=off -fstack-protector-strong
  # g++ 12, when it optimises, takes the empty strings of a std::variant for uninitialised and the short ones of a sum for
  # too short; the sanitizers look instead.
  $<$<CONFIG:Release>:-Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict
    -Wno-stringop-overflow -Wno-stringop-overread>)
target_link_options(touchstone_defaults INTERFACE -Wl,-z,relro,-z,now)
target_compile_definitions(touchstone_defaults INTERFACE
  $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${TOUCHSTONE_SANITIZED}>>>:_FORTIFY_SOURCE=2>
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# touchstone_library(<name> <sources...>): a static library with our warnings and the include root.
function(touchstone_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PUBLIC touchstone_defaults)
endfunction()

# touchstone_common_headers(<target> <more headers...>): what nearly every file of a large target reads is parsed once
# for the target. Files still include what they use.
function(touchstone_common_headers name)
  target_precompile_headers(${name} PRIVATE <algorithm> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <variant> <vector> ${ARGN})
  target_compile_options(${name} PRIVATE -fpch-preprocess)
endfunction()

# touchstone_unoptimised(<sources...>): files that are mostly templates of a library and cost twice as much to compile when
# the debug presets optimise a little.
function(touchstone_unoptimised)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Debug>:-O0> SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# touchstone_program(<name> <sources...>)
function(touchstone_program name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE touchstone_defaults)
endfunction()
