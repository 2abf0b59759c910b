/** The look of the HTML report. Every pair of text and ground has a contrast of at least 4.5 to 1, in light and in dark. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55555f;--ground:#fff;--line:#d5d5dd;--band:#f4f4f8;--link:#1a56b0;--note:#1a56b0;--bad:#b3261e;--warn:#8a5300;--good:#1d6b34}
@media (prefers-color-scheme:dark){:root{--ink:#e6e6ea;--soft:#a9a9b4;--ground:#16161a;--line:#3a3a44;--band:#202027;--link:#8ab4f8;--note:#8ab4f8;--bad:#ff8a80;--warn:#f2b866;--good:#7fd79a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
article{max-width:46rem}
h1{font-size:1.6rem;line-height:1.25;margin:1rem 0 .5rem}
h2{font-size:1.15rem;line-height:1.35;margin:2rem 0 .5rem}
a{color:var(--link)}
code{font:.85em ui-monospace,monospace;color:var(--soft);overflow-wrap:anywhere}
.prose{white-space:pre-wrap;max-width:60rem}
.scroll{overflow-x:auto;margin:.75rem 0}
.scroll:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--soft);padding:.25rem 0;font-size:.85rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{background:var(--band);border-bottom:2px solid var(--line);padding-left:.4rem;white-space:nowrap}
tbody th{font-weight:inherit}
tbody th,tbody td{padding-left:.4rem}
.right{text-align:right;font-variant-numeric:tabular-nums}
.short{white-space:nowrap}
.wide{min-width:18rem;overflow-wrap:anywhere}
.bad{color:var(--bad);font-weight:600}.warn{color:var(--warn);font-weight:600}.good{color:var(--good)}.dim{color:var(--soft)}.strong{font-weight:700}
.tag{font-size:.8rem;font-weight:600;border:1px solid currentColor;border-radius:.25rem;padding:.05rem .4rem;vertical-align:.1em}
.tag.error{color:var(--bad)}.tag.warning{color:var(--warn)}.tag.note,.tag.waived{color:var(--soft)}
.chart{max-width:100%;height:auto;margin:.5rem 0}
.chart text{fill:var(--ink);font:14px system-ui,sans-serif}
.chart .error{fill:var(--bad)}.chart .warning{fill:var(--warn)}.chart .note{fill:var(--note)}.chart .waived{fill:var(--soft)}
footer{color:var(--soft);font-size:.85rem;border-top:1px solid var(--line);margin-top:2rem}
@media print{:root{--ink:#000;--soft:#444;--ground:#fff;--line:#bbb;--band:#f2f2f2;--link:#000;--note:#1a56b0;--bad:#8c1d18;--warn:#6b4100;--good:#14532d}body{font-size:10pt}.scroll{overflow:visible}thead{display:table-header-group}tr,svg{break-inside:avoid}h2{break-after:avoid}main,footer{max-width:none;padding:0}}
`.trim();
