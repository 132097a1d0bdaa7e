/** The style sheet of the page. Colours are named once for light and once for dark. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1b2430; --soft: #5a6675; --line: #dde2e8;
  --link: #1f5fbf; --error: #b3261e; --error-soft: #fdecea; --warn: #8a5a00; --warn-soft: #fff4dc; --bar: #3b7dd8; --ok: #1c7a45;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2028; --text: #e3e8ee; --soft: #9aa7b5; --line: #2d3641;
    --link: #7fb2f5; --error: #ff8f86; --error-soft: #3a1d1d; --warn: #f0c060; --warn-soft: #362b14; --bar: #5a97e8; --ok: #6cc493;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1200px; margin: 0 auto; padding: 24px 20px 60px; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 36px 0 10px; }
p { margin: 0 0 8px; }
a { color: var(--link); }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 20px 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
.tiles b { display: block; font-size: 26px; line-height: 1.2; }
.points { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.points li { background: var(--error-soft); border-left: 4px solid var(--error); border-radius: 4px; padding: 10px 14px; overflow-wrap: anywhere; }
.shares { display: grid; grid-template-columns: max-content 1fr max-content; gap: 6px 14px; align-items: center; margin: 0; }
.shares svg { width: 100%; height: 10px; display: block; border-radius: 5px; background: var(--line); }
.shares rect { fill: var(--bar); }
.filter { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin: 24px 0 0; padding: 10px 0; position: sticky; top: 0; background: var(--page); z-index: 1; }
.filter label { display: flex; gap: 6px; align-items: center; }
.filter input, .filter select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 5px 8px; max-width: 100%; min-width: 0; }
.filter[hidden] { display: none; }
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
tr[hidden] { display: none; }
th { font-size: 13px; color: var(--soft); white-space: nowrap; }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
th[aria-sort=ascending] button::after { content: " \\25B2"; }
th[aria-sort=descending] button::after { content: " \\25BC"; }
td.name { white-space: nowrap; }
td.place { max-width: 380px; }
td.place code { overflow-wrap: break-word; }
.whole { white-space: nowrap; }
td[data-label="Rule"] { overflow-wrap: break-word; }
section { scroll-margin-top: 64px; }
.badge { display: inline-block; border-radius: 4px; padding: 0 7px; font-size: 13px; font-weight: 600; }
.error { background: var(--error-soft); color: var(--error); }
.warn { background: var(--warn-soft); color: var(--warn); }
.exposed { color: var(--error); font-weight: 600; }
td code.line { display: block; color: var(--soft); margin-top: 3px; }
.places { list-style: none; margin: 0; padding: 0; }
.places li { padding-left: 1em; text-indent: -1em; }
summary { cursor: pointer; color: var(--link); }
.empty { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
footer { margin-top: 40px; font-size: 13px; color: var(--soft); }
@media (max-width: 720px) {
  main { padding: 16px 12px 40px; }
  table, tbody, tr, td { display: block; }
  thead { display: none; }
  table { background: none; border: 0; border-radius: 0; overflow: visible; }
  tbody tr { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 10px; padding: 6px 0; }
  td, td.name { border: 0; padding: 3px 12px; display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 8px; white-space: normal; }
  td::before { content: attr(data-label); color: var(--soft); font-size: 13px; line-height: 22px; }
  .badge { justify-self: start; }
  td.place { max-width: none; }
  .filter { position: static; }
  .filter input { width: 100%; }
  .filter label { flex: 1 1 100%; }
  .filter select { flex: 1; }
}
@media print {
  .filter { display: none; }
  body { background: none; }
}
`;
