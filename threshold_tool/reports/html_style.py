"""The style sheet of a record in HTML: screen, dark screen, narrow screen and paper."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --ink: #111; --quiet: #454545; --paper: #fff; --hair: #b0b0b0;
  --field: #5a5a5a; --shade: #ececec; --urgent: #8f0a0a; --on-urgent: #fff; --faint: #ededed; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --quiet: #c4c4c4; --paper: #161616; --hair: #5c5c5c;
    --field: #a0a0a0; --shade: #2c2c2c; --urgent: #ff8f8f; --on-urgent: #1a0000; --faint: #232323; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink);
  font: 100%/1.5 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
body { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, li, dt, dd, th, td, caption { white-space: pre-line; unicode-bidi: plaintext;
  text-align: start; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
.level-1 { font-size: 1.4rem; line-height: 1.25; margin: 2.2rem 0 .5rem; }
.level-2 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .4rem; }
.level-3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .5rem 0; }
.quiet, .subtitle { color: var(--quiet); }
.quiet { font-size: .875rem; }
.subtitle { font-size: 1.1rem; margin: 0; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .8rem; margin-bottom: 1rem; }
.mark { border: 2px solid; display: table; padding: 0 .6rem; margin: .6rem 0 0; }
.watermark { position: fixed; inset: 0; z-index: -1; display: flex; align-items: center;
  justify-content: center; overflow: hidden; color: var(--faint); font-size: min(18vw, 9rem);
  font-weight: 700; transform: rotate(-40deg); pointer-events: none; user-select: none; }
.notice { margin: 1.2rem 0; padding: .6rem 1rem; break-inside: avoid; }
.notice p { margin: .2rem 0; }
.note { border-left: 3px solid var(--field); padding-top: .1rem; padding-bottom: .1rem; }
.warning { border: 1px solid var(--ink); border-left-width: 9px; }
.urgent { border: 4px solid var(--urgent); padding: 0; font-size: 1.1rem; }
.urgent .notice-title { background: var(--urgent); color: var(--on-urgent); margin: 0; padding: .5rem 1rem;
  font-size: 1.2rem; }
.urgent .notice-title::before { content: "! " / ""; font-size: 1.5em; font-weight: 700; line-height: 1; }
.urgent .notice-body { padding: .5rem 1rem .7rem; }
dl { margin: .8rem 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 1fr) 3fr; gap: 0 1rem; padding: .25rem 0;
  border-bottom: 1px solid var(--hair); }
dt { font-weight: 700; }
dd { margin: 0; }
ul, ol { padding-left: 1.6rem; margin: .5rem 0; }
li { margin: .25rem 0; }
.boxes { list-style: none; }
.boxes li::before { content: ""; display: inline-block; width: .8em; height: .8em;
  border: 1.5px solid var(--ink); margin: 0 .6em 0 -1.4em; vertical-align: -.05em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1.2rem 0; font-size: .9375rem;
  line-height: 1.4; }
caption { text-align: left; font-weight: 700; font-size: 1rem; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--hair); }
thead th { background: var(--shade); border-top: 2px solid var(--ink); }
tbody th { font-weight: 400; }
.contents { list-style: none; padding: 0; }
a { color: inherit; }
.landscape { width: min(96vw, 90rem); position: relative; left: 50%; transform: translateX(-50%); }
.grid { font-size: .8125rem; line-height: 1.35; }
.grid th, .grid td { border: 1px solid var(--hair); border-bottom-color: var(--field); padding: .3rem .4rem; }
.grid thead th { border-top: .35rem solid var(--ink); position: sticky; top: 0; }
.grid p { margin: 0; }
.grid p + p { margin-top: .5rem; }
.grid .group { font-size: 1.05rem; font-weight: 700; padding-top: .8rem; border-left: 0; border-right: 0;
  border-bottom: 2px solid var(--ink); }
.badge { display: flex; border: 1px solid var(--ink); margin: 1rem 0; break-inside: avoid; }
.badge .bar { flex: none; width: 1.1rem; border-right: 1px solid var(--ink); print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.badge .code { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: 0; padding: .6rem 0 0 .9rem;
  min-width: 3.2rem; max-width: 30%; }
.badge .words { padding: .6rem .9rem .7rem; min-width: 0; }
.badge p { margin: .1rem 0; }
.badge .who, .label { font-weight: 700; }
.badge .name { font-size: 1.3rem; line-height: 1.3; margin: 0; }
.lines, .signature, .together { break-inside: avoid; }
.lines, .signature { margin: 1.2rem 0; }
.lines p, .signature p { margin: 0; }
.rule { height: 2.2rem; border-bottom: 1px solid var(--field); }
.fields { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
.fields p { flex: 1 1 9rem; margin-top: 2.6rem; border-top: 1px solid var(--field); color: var(--quiet);
  font-size: .875rem; }
footer { margin-top: 3rem; font-size: .8125rem; color: var(--quiet); }
h2, h3, h4, caption, thead { break-after: avoid; }
@media (max-width: 36rem) {
  dl > div { grid-template-columns: 1fr; }
  .fields { display: block; }
  table, caption, tbody, tr, tbody th, td { display: block; width: auto; }
  colgroup { display: none; }
  .landscape { width: auto; left: 0; transform: none; }
  .grid th, .grid td { border: 0; }
  .grid .group { display: block; border-bottom: 2px solid var(--ink); }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-top: 2px solid var(--ink); padding: .3rem 0; }
  tbody th, td { border: 0; padding: .15rem 0; }
  tbody th { font-weight: 700; }
  td::before { content: attr(data-label) ": "; font-weight: 700; }
  .empty { display: none; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #333; --paper: #fff; --hair: #999; --field: #444;
    --shade: #eee; --urgent: #000; --on-urgent: #fff; --faint: #ededed; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .page-break { break-after: page; }
  .urgent .notice-title, .watermark, thead th { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  .landscape { page: turned; width: auto; left: 0; transform: none; }
  .grid { font-size: 8pt; }
  .grid thead th { position: static; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .grid .group { break-after: avoid; }
  p { orphans: 2; widows: 2; }
}
"""


def printed_page(running_head: str, marks: str, page_of: str) -> str:
    """The rule for A4 paper, with running head, marks and page numbers in its margins.

    `page_of` holds {page} and {pages}. Texts become escapes of CSS, letter by letter, so that none can end
    the string or the style sheet.
    """
    before, _, rest = page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages) {_quoted(after)}"
    return (
        "@page turned { size: A4 landscape; margin: 18mm 14mm 18mm; }\n"
        "@page { size: A4; margin: 20mm 18mm 22mm;\n"
        f"  @top-left {{ content: {_quoted(running_head)}; font: 8pt sans-serif; }}\n"
        f"  @top-right {{ content: {_quoted(marks)}; font: bold 8pt sans-serif; }}\n"
        f"  @bottom-right {{ content: {number}; font: 8pt sans-serif; }} }}\n"
    )


def _quoted(text: str) -> str:
    escaped = (letter if letter.isascii() and letter.isalnum() else f"\\{ord(letter):x} " for letter in text)
    return f'"{"".join(escaped)}"'
