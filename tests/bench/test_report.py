"""The benchmarks' own arithmetic: a ratio turned round would pass everything."""

from __future__ import annotations

import json

from tests.bench.__main__ import benchmarks, main
from tests.bench.report import all_met, alone, as_json, at_most, times_as_much, times_better


def test_faster_is_the_peers_time_over_ours():
    figure = times_better("fill", 2, "ms", peer="other", peer_value=300, at_least=100)
    assert (figure.ratio, figure.target, figure.met) == (150, ">= 100x", True)
    assert not times_better("fill", 4, "ms", peer="other", peer_value=300, at_least=100).met


def test_as_much_is_our_time_over_the_peers():
    figure = times_as_much("start", 260, "ms", peer="bare", peer_value=200, at_most=1.3)
    assert (figure.ratio, figure.target, figure.met) == (1.3, "<= 1.3x", True)
    assert not times_as_much("start", 261, "ms", peer="bare", peer_value=200, at_most=1.3).met


def test_a_count_is_held_against_its_bound():
    assert at_most("keys", 5, "keys", most=5).met
    over = at_most("keys", 6, "keys", most=5)
    assert (over.met, over.as_line()) == (False, "keys: 6 keys | target <= 5: MISSED")


def test_a_figure_without_a_target_is_neither_met_nor_missed():
    free = [
        alone("p95", 18, "ms"),
        times_better("p95", 18, "ms", peer="scan", peer_value=900),
        times_as_much("p95", 18, "ms", peer="at 1M", peer_value=9),
    ]
    assert {figure.met for figure in free} == {None}
    assert all_met(free)
    missed = times_as_much("p95", 18, "ms", peer="at 1M", peer_value=9, at_most=1.5)
    assert not all_met([*free, missed])


def test_report_can_be_read_by_a_program():
    figure = times_better("fill", 2, "ms", peer="other", peer_value=300, at_least=100)
    assert json.loads(as_json("table", [figure])) == {
        "name": "table",
        "figures": [
            {
                "what": "fill",
                "value": 2,
                "unit": "ms",
                "peer": "other",
                "peer_value": 300,
                "ratio": 150,
                "target": ">= 100x",
                "met": True,
            }
        ],
    }


def test_table_is_found_by_name_and_measured(capsys):
    assert "table" in benchmarks()
    assert "report" not in benchmarks()
    assert main(["table", "--rows", "2000", "--repeats", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert {figure["peer"] for figure in figures} == {None, "QTableWidget", "QStandardItemModel"}
    assert all(figure["value"] > 0 for figure in figures)
