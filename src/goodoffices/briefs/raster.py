"""A picture as PNG, for programs that show no SVG; drawn by Typst, which sets the PDF too."""

from goodoffices.pictures import SHEET, Picture, draw

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""
DOTS = 192  # an inch


def png(picture: Picture) -> bytes | None:
    """The file; None where Typst is not installed, for the table says the same."""
    try:
        import typst
    except ImportError:
        return None
    made = typst.compile(_PAGE, format="png", ppi=DOTS, sys_inputs={"svg": draw(picture, SHEET)})
    assert isinstance(made, bytes)
    return made
