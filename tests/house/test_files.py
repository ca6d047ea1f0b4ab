"""The rules of the house that a reader of the code relies on."""

from __future__ import annotations

import ast

import pytest

from tests.house.source import ROOT, at, calls, files, functions, modules, text, tree

PROGRAM = ("db", "desktop")
TESTS = ("tests",)
LINES_A_FILE = 300
LINES_A_FUNCTION = 40


def test_every_file_can_be_read_in_one_sitting():
    code = [*modules(*PROGRAM, *TESTS), *files("installer", ".ci")]
    lengths = {str(p): len(text(p).splitlines()) for p in code if p.suffix != ".lock"}
    assert {p: n for p, n in lengths.items() if n > LINES_A_FILE} == {}


def test_every_function_can_be_seen_at_once():
    long = [
        f"{at(path, function)} {function.name}: {function.end_lineno - function.lineno + 1} lines"
        for path in modules(*PROGRAM, *TESTS)
        for function in functions(path)
        if function.end_lineno - function.lineno + 1 > LINES_A_FUNCTION
    ]
    assert long == []


def test_whoever_opens_a_session_commits_it():
    commits = [
        at(path, call)
        for path in modules("db/queries", "db/commands", "db/rules", "desktop")
        for call, name in calls(path)
        if name == "commit"
    ]
    assert commits == []


def test_imports_stand_at_the_head_of_a_module():
    # these two alone put heavy imports off, until the login window is there to be typed in, and
    # until a command ends without a traceback when it is told to
    heavy = ("desktop/app.py", "db/__main__.py")
    late = [
        at(path, node)
        for path in modules(*PROGRAM)
        if path.as_posix() not in heavy
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert late == []


def test_imports_are_absolute():
    relative = [
        at(path, node)
        for path in modules(*PROGRAM, *TESTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_everything_public_says_what_it_is_for():
    silent = [
        at(path, node) if node is not tree(path) else str(path)
        for path in modules(*PROGRAM)
        for node in (tree(path), *tree(path).body)
        if _is_public(node) and not ast.get_docstring(node)
    ]
    assert silent == []


def _is_public(node):
    if isinstance(node, ast.Module):
        return bool(node.body)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return isinstance(node, kinds) and not node.name.startswith("_")


def test_a_signal_never_keeps_its_screen_alive():
    # PySide6 frees a widget whose slots are bound methods, not one that a lambda or partial holds
    holding = [
        at(path, call)
        for path in modules("desktop")
        for call, name in calls(path)
        if name == "connect" and any(_holds(argument) for argument in call.args)
    ]
    assert holding == []


def _holds(slot):
    if isinstance(slot, ast.Lambda):
        return True
    names = {node.id for node in ast.walk(slot) if isinstance(node, ast.Name)}
    return isinstance(slot, ast.Call) and "partial" in ast.unparse(slot.func) and "self" in names


def test_the_program_lets_qt_run_its_own_loop():
    asked = [
        at(path, call)
        for path in modules("desktop")
        for call, name in calls(path)
        if name == "processEvents"
    ]
    assert asked == []


@pytest.mark.parametrize("name", ["wait", "qWait", "sleep", "processEvents"])
def test_tests_wait_for_what_they_need_and_not_for_time_to_pass(name):
    waits = [
        at(path, call)
        for path in modules(*TESTS)
        if not path.is_relative_to("tests/bench")
        for call, called in calls(path)
        if called == name and _is_of(call, "qtbot", "QTest", "time", "qapp", "QApplication")
        if name != "sleep" or call not in _asked_again(path)
    ]
    assert waits == []


def _asked_again(path):
    """Calls in a loop, between asking whether it is time now and asking again."""
    loops = [node for node in ast.walk(tree(path)) if isinstance(node, (ast.For, ast.While))]
    return [node for loop in loops for node in ast.walk(loop)]


def _is_of(call, *owners):
    return ast.unparse(call.func).split(".")[0] in owners


def test_tests_enter_the_waits_they_make():
    # written as a statement, these wait for nothing
    idle = [
        at(path, node)
        for path in modules(*TESTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        if getattr(node.value.func, "attr", "").startswith(("waitExposed", "waitActive"))
    ]
    assert idle == []


def test_tests_type_japanese_as_an_input_method_does():
    # QTest.keyClicks aborts the whole process on it: tests.typing_help has what is needed
    aborting = [
        at(path, call)
        for path in modules(*TESTS)
        for call, name in calls(path)
        if name == "keyClicks" and not ast.unparse(call).isascii()
    ]
    assert aborting == []


def test_every_folder_of_code_is_a_package():
    # Alembic reads its revisions by their path
    folders = {path.parent for path in modules(*PROGRAM, *TESTS) if path.parent.name != "versions"}
    assert [str(f) for f in sorted(folders) if not (ROOT / f / "__init__.py").exists()] == []
