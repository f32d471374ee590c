# SPDX-License-Identifier: Apache-2.0
# Everything third-party, found here and nowhere else. Debian package names stand in `dev`.
find_package(PkgConfig REQUIRED)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(yaml-cpp REQUIRED)
find_package(Freetype REQUIRED)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
find_program(MSGFMT msgfmt REQUIRED)
if(TARGET yaml-cpp AND NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

if(TOUCHSTONE_CLIENT)
  find_package(SDL2 REQUIRED)
  set(OpenGL_GL_PREFERENCE GLVND)
  find_package(OpenGL REQUIRED)
  # Debian's Dear ImGui ships a static library and pkg-config, but no CMake package.
  set(TOUCHSTONE_IMGUI_SOURCE "" CACHE PATH "A Dear ImGui source tree to build instead of the system package")
  add_library(touchstone_imgui INTERFACE)
  if(TOUCHSTONE_IMGUI_SOURCE)
    set(imgui_dir ${TOUCHSTONE_IMGUI_SOURCE})
    add_library(imgui_built STATIC ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_dir}/imgui_widgets.cpp
      ${imgui_dir}/imgui_tables.cpp ${imgui_dir}/misc/freetype/imgui_freetype.cpp
      ${imgui_dir}/backends/imgui_impl_sdl2.cpp ${imgui_dir}/backends/imgui_impl_opengl3.cpp)
    target_include_directories(imgui_built SYSTEM PUBLIC ${imgui_dir} ${imgui_dir}/backends ${imgui_dir}/misc/freetype)
    target_link_libraries(imgui_built PUBLIC SDL2::SDL2 Freetype::Freetype)
    target_link_libraries(touchstone_imgui INTERFACE imgui_built)
  else()
    pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
    target_include_directories(touchstone_imgui SYSTEM INTERFACE ${imgui_INCLUDE_DIRS} ${imgui_INCLUDE_DIRS}/backends)
    target_link_libraries(touchstone_imgui INTERFACE PkgConfig::imgui Freetype::Freetype)
  endif()
  target_link_libraries(touchstone_imgui INTERFACE SDL2::SDL2 OpenGL::GL ${CMAKE_DL_LIBS})
  pkg_check_modules(stb REQUIRED IMPORTED_TARGET stb)  # tests read pictures
endif()

if(TOUCHSTONE_TESTS)
  find_package(Catch2 3 REQUIRED)
endif()

# Files of packages that are used at build or run time: fonts and the style sheet of the dashboard.
find_path(INTER_FONT_DIR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter REQUIRED)
find_path(ANDIKA_FONT_DIR Andika-Regular.ttf PATHS /usr/share/fonts/truetype/andika REQUIRED)
find_path(ICON_FONT_DIR MaterialIcons-Regular.ttf PATHS /usr/share/fonts/truetype/material-design-icons-iconfont REQUIRED)
find_path(BOOTSTRAP_DIR bootstrap.min.css PATHS /usr/share/javascript/bootstrap5/css REQUIRED)
