/** The look of the house, as far as one page without a server needs it: its tokens, sheets with a leaning edge, one accent. */
export const styles = `
:root{color-scheme:light dark;--paper:#fbf6ea;--sheet:#fff;--sunk:#f3ebda;--ink:#16243a;--soft:#515c74;--line:#e7dcc4;--edge:#76809a;--focus:#1d5fd0;--shade:#16243a2e;--board:#f4b400;--board-on:#16243a;--visit:#cf4522;--insight:#1d66c9;--insight-tint:#deeafc;--insight-deep:#154f9f;--good-deep:#215f31;--late-deep:#97102a}
@media(prefers-color-scheme:dark){:root{--paper:#0f1722;--sheet:#1a2435;--sunk:#141d2b;--ink:#f1f4f9;--soft:#adb9cd;--line:#2f3d55;--edge:#75859f;--focus:#8db8ff;--shade:#00000080;--board:#f7bd26;--visit:#ff8b6a;--insight:#78aff9;--insight-tint:#172f52;--insight-deep:#a0c8fc;--good-deep:#93dca7;--late-deep:#ffa3aa}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font-family:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;font-size:1.0625rem;line-height:1.45;overflow-wrap:break-word}
h1,h2,h3,p,ol{margin:0;padding:0}
h1,h2,h3{line-height:1.14;font-weight:780;letter-spacing:-.012em;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.35rem + 1.6vw,2.375rem)}h2{font-size:1.3125rem}h3{font-size:1.0625rem}
p{text-wrap:pretty;max-width:46rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset:.5rem auto auto .5rem;z-index:1;padding:.7rem 1rem;background:var(--ink);color:var(--sheet);border-radius:.75rem}
.bar{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding:.5rem max(1rem,calc(50vw - 36rem));background:var(--sheet);border-block-end:1px solid var(--line)}
.mark{display:flex;gap:.6rem;align-items:center;font-weight:750}
.pivot{fill:var(--board)}.beam{stroke:var(--ink)}.ball{fill:var(--visit)}
main{display:grid;gap:1.1rem;grid-template-columns:minmax(0,1fr);max-width:74rem;margin-inline:auto;padding:clamp(1.2rem,3vw,2.2rem) 1rem 3rem}
.head{display:grid;gap:.5rem;margin-block-end:.4rem}
.lead,.hint,.over{color:var(--soft)}
.lead{font-size:1.15rem}
.hint,.over{font-size:.875rem}
.card{position:relative;display:grid;gap:.9rem;align-content:start;min-width:0;padding:1.15rem 1.15rem 1.3rem 1.75rem;background:var(--sheet);border-radius:.75rem;box-shadow:0 1px 0 #0000000f,0 8px 20px -14px var(--shade)}
.card::before{content:"";position:absolute;inset:0 auto 0 0;width:.9rem;background:var(--tone);border-radius:.75rem 0 0 .75rem;clip-path:polygon(0 0,100% 0,40% 100%,0 100%)}
.board{--tone:var(--board)}.visit{--tone:var(--visit)}.insight{--tone:var(--insight)}
label{display:block;font-weight:700}
form>.hint,.grow>.hint{margin-block-end:.35rem}
.line{display:flex;flex-wrap:wrap;gap:.7rem;align-items:end}
.line>input,.grow{flex:1 1 15rem;min-width:0}
input{font:inherit;color:var(--ink);background:var(--paper);width:100%;min-height:3rem;padding:.55rem .8rem;border:2px solid var(--edge);border-radius:.6rem}
button,a.quiet{font:inherit;font-weight:700;color:var(--ink);cursor:pointer;display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.55rem 1.15rem;border:2px solid var(--edge);border-radius:.75rem;background:var(--sheet);text-decoration:none}
button:hover,a.quiet:hover{background:var(--sunk)}
button.main{background:var(--board);border-color:var(--board);color:var(--board-on);box-shadow:inset 0 -3px 0 #00000029}
button.main:hover{filter:brightness(1.06)}
.bar button{min-height:2.75rem;border-color:transparent}
.hash{padding:.8rem 1rem;background:var(--sunk);border-radius:.6rem}
.code{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:1.05rem;line-height:1.6;display:flex;flex-wrap:wrap;gap:0 .9em;max-width:none}
.right,.wrong{font-weight:700;padding-block-start:.45rem}
.right{color:var(--good-deep)}.wrong{color:var(--late-deep)}
.right::before{content:"✓ "/""}.wrong::before{content:"✗ "/""}
[role=status]:empty{display:none}
p>.right,p>.wrong{display:block}
#drawn{display:grid;gap:.8rem}
.number{font-size:clamp(2.4rem,1.6rem + 4vw,4rem);line-height:1.05;font-weight:800;letter-spacing:-.02em}
.number small{font-size:1.0625rem;font-weight:500;letter-spacing:0;color:var(--soft)}
.members{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--widest,9.5rem)),1fr));gap:.4rem}
.members li{padding:.35rem .7rem;background:var(--sunk);border-radius:.5rem;min-width:0}
.members .self{background:var(--insight-tint);color:var(--insight-deep);font-weight:700}
#found{display:grid;gap:.7rem}
.share{font-size:1.75rem;font-weight:780;line-height:1.14}
.blocks{display:block;width:100%;max-width:46rem;height:auto}
.blocks .off{fill:var(--line)}.blocks .on{fill:var(--insight)}.blocks .pick{fill:none;stroke:var(--ink);stroke-width:.24}
summary::before{content:"▸"/"";width:1.2em}[open]>summary::before{content:"▾"/""}summary::-webkit-details-marker{display:none}
label+.line{margin-block-start:.35rem}
summary{min-height:2.75rem;display:flex;align-items:center;cursor:pointer;font-weight:700}
.how p{margin-block-end:.7rem}
@media(min-width:62rem){main{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.head,.visit,.how,noscript{grid-column:1/-1}}
@media print{.bar button,form,a.quiet{display:none}.card{box-shadow:none;border:1px solid #999}}
`
