from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.reports.pages import Strip, fill_pages, kept, without_widows

strips = st.lists(
    st.builds(
        Strip,
        height=st.integers(1, 40).map(float),
        gap=st.integers(0, 9).map(float),
        keep=st.booleans(),
        new_page=st.booleans(),
        head=st.sampled_from([(), (Strip(10.0),)]),
    ),
    max_size=40,
)


@given(strips)
def test_every_strip_is_placed_once_in_order_and_on_the_page(given_strips: list[Strip]) -> None:
    """No strip is lost, doubled, out of order, over another or below the page."""
    pages = fill_pages(given_strips, 100)

    heads = {id(head) for strip in given_strips for head in strip.head}
    placed = [each.strip for page in pages for each in page if id(each.strip) not in heads]
    assert [id(strip) for strip in placed] == [id(strip) for strip in given_strips]
    for page in pages:
        bottom = 0.0
        for each in page:
            assert each.y >= bottom
            bottom = each.y + each.strip.height
        assert bottom <= 100


def test_strips_kept_together_move_to_the_next_page_together() -> None:
    """A heading is not left at the foot of a page without its text."""
    pages = fill_pages([Strip(70), *kept([Strip(20), Strip(20)])], 100)

    assert [len(page) for page in pages] == [1, 2]


def test_what_is_longer_than_a_page_is_split_where_it_stands() -> None:
    """Keeping together gives way when no page can hold it."""
    pages = fill_pages([Strip(50), *kept([Strip(30) for _ in range(5)])], 100)

    assert [len(page) for page in pages] == [2, 3, 1]


def test_a_head_is_repeated_on_the_page_where_its_table_goes_on() -> None:
    """A row that starts a page stands under its columns' names."""
    head = Strip(10)
    pages = fill_pages([head, *(Strip(30, head=(head,)) for _ in range(4))], 100)

    assert [len(page) for page in pages] == [4, 2]
    assert pages[1][0].strip is head


def test_a_new_page_starts_only_where_it_is_asked_for() -> None:
    """A page break never leaves an empty page."""
    assert len(fill_pages([Strip(10, new_page=True)], 100)) == 1
    assert len(fill_pages([Strip(10), Strip(10, new_page=True)], 100)) == 2
    assert len(fill_pages([], 100)) == 1


def test_a_gap_is_dropped_at_the_top_of_a_page() -> None:
    """The first strip of a page stands at its top."""
    pages = fill_pages([Strip(90, gap=20), Strip(90, gap=20)], 100)

    assert [page[0].y for page in pages] == [0.0, 0.0]


def test_a_long_paragraph_has_no_single_line_on_a_page() -> None:
    """The first two and the last two lines stay together."""
    lines = without_widows([Strip(10) for _ in range(6)], 3)

    assert [strip.keep for strip in lines] == [True, False, False, False, True, False]
