/** Paper, ink and measure for a page read in a browser; the setting of the story itself is story-style.ts. */
export const pageStyle = `
:root { --paper: #faf5ea; --ink: #211c17; --quiet: #635c52; --gilt: #7d5f1f; --rule: #b89a5a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1916; --ink: #d9d3c7; --quiet: #a39c90; --gilt: #d3b06a; --rule: #7a6536; }
}
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1.125rem/1.65 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif", Georgia, serif; }
main { max-width: 34em; margin: 0 auto; padding: 2em 1.3em 5em; }
a { color: var(--gilt); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--gilt); outline-offset: 2px; }
h1 { font-size: 2.2em; margin: 0.35em 0; text-wrap: balance; overflow-wrap: break-word; }
h2 { text-wrap: balance; overflow-wrap: break-word; }
h2 .number { color: var(--quiet); margin-bottom: 0.4em; }
hr.scene, div.scene { color: var(--gilt); }
.frame { margin: 1em 0 2em; padding: 2.2em 1em; border: 0; border-top: 3px double var(--rule); border-bottom: 3px double var(--rule); }
.gift { color: var(--gilt); }
.credit { color: var(--quiet); }
.facts { font: 0.85rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; padding: 1.1em 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
.fact { padding-inline-start: 10em; margin: 0.3em 0; }
.fact dt { float: inline-start; width: 9.5em; margin: 0; margin-inline-start: -10em; color: var(--quiet); font-style: normal; font-size: 1em; }
.fact dd { display: inline; margin: 0; font-variant-numeric: tabular-nums; }
.fact dd + dd::before { content: " · "; color: var(--quiet); }
.passage > h2, .passage > h3 { color: var(--quiet); }
.chapter { margin-top: 5em; }
.chapter > .notes, .chapter > .summary, .chapter > .end-notes { border-color: var(--rule); }
.contents { margin: 3em 0 0; }
.contents h2 { margin: 1.5em 0 0.8em; }
.contents ol { list-style: none; margin: 0; padding: 0; text-align: center; }
.contents li { margin: 0.2em 0; }
.contents a { display: inline-block; padding: 0.2em 0.4em; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.provenance { color: var(--quiet); }
.end-leaf { margin-top: 4em; padding-top: 1em; border-top: 3px double var(--rule); }
blockquote.letter, figure.post, th, td { border-color: var(--rule); }
pre, table { max-width: 100%; overflow-x: auto; }
:target { scroll-margin-top: 1em; }
@media (max-width: 26em) {
  .fact { padding: 0; margin: 0.6em 0; }
  .fact dt { float: none; width: auto; margin: 0; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --gilt: #000; --rule: #777; }
  body { font-size: 11pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  .chapter, .end-leaf, .contents { break-before: page; margin-top: 0; }
  a { color: inherit; text-decoration: none; }
  .frame { margin-top: 18%; }
}
`;
