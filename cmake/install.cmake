# SPDX-License-Identifier: Apache-2.0
# `cmake --install build/release --prefix X`: what lies in X runs from there. bin and share stay neighbours, because a
# program looks for <program>/../share/touchstone.
set(desktop ${CMAKE_SOURCE_DIR}/assets/desktop)
set(built_share ${CMAKE_BINARY_DIR}/share/touchstone)
if(TOUCHSTONE_CLIENT)
  install(TARGETS touchstone RUNTIME DESTINATION bin COMPONENT client)
  install(DIRECTORY ${built_share}/fonts ${built_share}/themes ${built_share}/text ${built_share}/packs
    DESTINATION share/touchstone COMPONENT client)
  install(FILES ${desktop}/org.touchstone.Touchstone.desktop DESTINATION share/applications COMPONENT client)
  install(FILES ${desktop}/org.touchstone.Touchstone.metainfo.xml DESTINATION share/metainfo COMPONENT client)
  install(FILES ${desktop}/touchstone.svg DESTINATION share/icons/hicolor/scalable/apps COMPONENT client)
  install(FILES ${desktop}/touchstone.1 DESTINATION share/man/man1 COMPONENT client)
endif()
install(TARGETS touchstone-content RUNTIME DESTINATION bin COMPONENT authors)
install(FILES ${CMAKE_BINARY_DIR}/share/bash-completion/completions/touchstone-content
  DESTINATION share/bash-completion/completions COMPONENT authors)
install(TARGETS touchstone-server RUNTIME DESTINATION bin COMPONENT server)
install(DIRECTORY ${built_share}/web DESTINATION share/touchstone COMPONENT server)
