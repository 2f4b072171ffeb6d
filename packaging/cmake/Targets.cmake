# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# add_module(name SOURCES … DEPENDS …)
#
# The library core_<name> of the module core/<name>, static unless BUILD_SHARED_LIBS. DEPENDS names
# other modules (bare) and libraries (with ::); a module links only what its row in
# tests/lint/modules.txt allows.
function(add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SOURCES;DEPENDS")
    add_library(core_${name} ${M_SOURCES})
    target_link_libraries(core_${name} PUBLIC plexm8_options Qt6::Core)
    _link_dependencies(core_${name} "core_" "${M_DEPENDS}")
    # Nobody asks for core_<name>_EXPORTS, and all modules share one precompiled header.
    set_target_properties(core_${name} PROPERTIES DEFINE_SYMBOL "")
    _use_pch(core_${name})
endfunction()

# add_ui_feature(name SOURCES … DEPENDS …)
#
# The library ui_<name> of ui/<name>. It links every core module it names, and ui_common.
function(add_ui_feature name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SOURCES;DEPENDS")
    add_library(ui_${name} ${M_SOURCES})
    target_link_libraries(ui_${name} PUBLIC plexm8_options Qt6::Widgets)
    _link_dependencies(ui_${name} "core_" "${M_DEPENDS}")
    set_target_properties(ui_${name} PROPERTIES DEFINE_SYMBOL "")
    _use_ui_pch(ui_${name})
endfunction()

# add_qt_test(name SOURCES … DEPENDS … LABELS … [TIMEOUT s] [ENVIRONMENT …])
#
# One Qt Test program, run by ctest in its own runtime directory, offscreen and without a session bus.
function(add_qt_test name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "TIMEOUT" "SOURCES;DEPENDS;LABELS;ENVIRONMENT")
    if(NOT M_TIMEOUT)
        set(M_TIMEOUT 60)
    endif()
    if(SANITIZE) # two to three times as slow
        math(EXPR M_TIMEOUT "${M_TIMEOUT} * 3")
    endif()
    add_executable(${name} ${M_SOURCES})
    target_link_libraries(${name} PRIVATE plexm8_options test_support Qt6::Test)
    _link_dependencies(${name} "core_" "${M_DEPENDS}")
    _use_test_pch(${name})
    # moc by a rule of its own: AUTOMOC would compile one more file for each test.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    foreach(source IN LISTS M_SOURCES)
        get_filename_component(stem "${source}" NAME_WE)
        if("${source}" MATCHES "\\.cpp$" AND stem MATCHES "^tst_")
            set(made "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
            qt_generate_moc(${source} "${made}" TARGET ${name})
            target_sources(${name} PRIVATE "${made}")
            target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
        endif()
    endforeach()
    if(SANITIZE)
        list(APPEND M_ENVIRONMENT
            "LSAN_OPTIONS=suppressions='${CMAKE_SOURCE_DIR}/packaging/cmake/lsan.supp':print_suppressions=0")
    endif()
    set(runtime "${CMAKE_BINARY_DIR}/runtime/${name}")
    file(MAKE_DIRECTORY "${runtime}")
    file(CHMOD "${runtime}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${M_LABELS}"
        TIMEOUT ${M_TIMEOUT}
        FIXTURES_REQUIRED test_output
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${runtime};LANG=C.UTF-8;LC_ALL=C.UTF-8;DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent;PLEXM8_SOURCE_DIR=${CMAKE_SOURCE_DIR};PLEXM8_BINARY_DIR=${CMAKE_BINARY_DIR};${M_ENVIRONMENT}")
endfunction()

# add_full_rounds(name ROUNDS n TIMEOUT s)
#
# Runs the test once more as <name>_full, with the required number of rounds and the label slow.
function(add_full_rounds name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "ROUNDS;TIMEOUT" "")
    get_test_property(${name} ENVIRONMENT environment)
    add_test(NAME ${name}_full COMMAND ${name})
    set_tests_properties(${name}_full PROPERTIES
        LABELS slow
        TIMEOUT ${M_TIMEOUT}
        FIXTURES_REQUIRED test_output
        RESOURCE_LOCK ${name}
        ENVIRONMENT "${environment};PLEXM8_ROUNDS=${M_ROUNDS}")
endfunction()

# Links bare names as modules with the given prefix, everything else as it is.
function(_link_dependencies target prefix dependencies)
    foreach(dependency IN LISTS dependencies)
        if(dependency MATCHES "::|^ui_|^app_|^core_|^test_")
            target_link_libraries(${target} PUBLIC ${dependency})
        else()
            target_link_libraries(${target} PUBLIC ${prefix}${dependency})
        endif()
    endforeach()
endfunction()

# One precompiled header for the modules, one for what has widgets and one for the tests (a PCH each
# would cost more than it saves). The first and the last hold only QtCore, QtTest and the standard
# library, so that the definitions of other Qt modules do not matter to them.
add_library(plexm8_pch STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.cpp)
add_library(plexm8_ui_pch STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.cpp)
add_library(plexm8_ui_options INTERFACE)
add_library(plexm8_test_options INTERFACE)
if(SANITIZE)
    # Compiles in half the time, and a window waits for people: the modules below it need to be quick.
    target_compile_options(plexm8_ui_options INTERFACE -O0)
    # What a test calls is looked at in full; the test itself need not be.
    target_compile_options(plexm8_test_options INTERFACE -O0 -fno-sanitize=undefined)
endif()
add_library(plexm8_test_pch STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.cpp)
function(_use_pch target)
    if(TARGET Qt6::Core)
        target_link_libraries(plexm8_pch PRIVATE Qt6::Core)
        _share_pch(${target} plexm8_pch ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.h)
    endif()
endfunction()

function(_use_ui_pch target)
    target_link_libraries(plexm8_ui_pch PRIVATE Qt6::Widgets)
    _share_pch(${target} plexm8_ui_pch ${CMAKE_SOURCE_DIR}/packaging/cmake/ui_pch.h)
    # Linked last: these options come after those that they take back.
    target_link_libraries(${target} PRIVATE plexm8_ui_options)
    target_link_libraries(plexm8_ui_pch PRIVATE plexm8_ui_options)
endfunction()

function(_use_test_pch target)
    # Qt tells each test its folder, so that it finds its data; ours ask for PLEXM8_SOURCE_DIR. Without
    # that the compiler's cache serves a clone elsewhere, and QtTest can be precompiled.
    get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
    list(FILTER definitions EXCLUDE REGEX "QT_TESTCASE_")
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
    target_link_libraries(plexm8_test_pch PRIVATE Qt6::Test)
    _share_pch(${target} plexm8_test_pch ${CMAKE_SOURCE_DIR}/packaging/cmake/test_pch.h)
    target_link_libraries(${target} PRIVATE plexm8_test_options) # last, as above
    target_link_libraries(plexm8_test_pch PRIVATE plexm8_test_options)
endfunction()

function(_share_pch target owner header)
    get_target_property(done ${owner} PCH_DONE)
    if(NOT done)
        target_link_libraries(${owner} PRIVATE plexm8_options)
        target_compile_options(${owner} PRIVATE -fPIC)
        target_precompile_headers(${owner} PRIVATE ${header})
        set_target_properties(${owner} PROPERTIES PCH_DONE TRUE)
    endif()
    target_compile_options(${target} PRIVATE -fPIC)
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
