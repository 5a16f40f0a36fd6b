import type { DrawMethod } from '../lottery/lottery.ts'
import type { PageText } from './text.nl.ts'

/** What decides which fields the page has; the names of people are no part of it. */
export interface PageShape {
  readonly draw: DrawMethod
  readonly pseudonyms: boolean
  readonly seats: number
  readonly panels: number
}

/** The body of the page in one language, without results. Only texts of our own are in it. */
export function body(text: PageText, { draw, pseudonyms, seats, panels }: PageShape, locale: string): string {
  const number = (value: number) => value.toLocaleString(locale)
  const digits = number(String(panels).length - 1)
  return `
<a class="skip" href="#main">${text.skip}</a>
<header class="bar"><span class="mark">${mark}Kantelpunt</span><button type="button" class="quiet" id="language">${text.other}</button></header>
<main id="main" tabindex="-1">
<div class="head"><h1>${text.title}</h1><p class="lead">${text.lead}</p></div>
<noscript><p class="wrong">${text.noScript}</p></noscript>
<section class="card visit" aria-labelledby="draw"><h2 id="draw">${text.steps.draw}</h2>
<p>${draw === 'text' ? text.draw.text : text.draw.digits(digits)}</p>
<form id="drawing"><label for="randomness">${text.draw.label}</label>${draw === 'text' ? `<p class="hint" id="randomness-hint">${text.draw.hint}</p>` : ''}
<div class="line"><input id="randomness" aria-describedby="${draw === 'text' ? 'randomness-hint ' : ''}randomness-said" autocomplete="off" spellcheck="false"${draw === 'digits' ? ' inputmode="numeric"' : ''}><button class="main">${text.draw.button}</button></div>
<p id="randomness-said" role="status"></p></form>
<div id="drawn" role="status"></div></section>
<section class="card board" aria-labelledby="list"><h2 id="list">${text.steps.list}</h2>
<p>${text.list.made(number(panels), number(seats))} ${text.list.equal}</p>
<div class="hash"><p class="over" id="hash-label">${text.list.hash}</p><p class="code" id="hash" aria-labelledby="hash-label"></p></div>
<p id="hash-said" role="status"></p>
<form id="compare"><label for="published">${text.list.publishedLabel}</label><p class="hint" id="published-hint">${text.list.publishedHint}</p>
<div class="line"><input id="published" aria-describedby="published-hint published-said" autocomplete="off" spellcheck="false"><button class="quiet">${text.list.compare}</button></div>
<p id="published-said" role="status"></p></form>
<p><a id="download" class="quiet" download="panels.txt">${text.list.download}</a></p></section>
<section class="card insight" aria-labelledby="me"><h2 id="me">${text.steps.me}</h2>${pseudonyms ? `<p>${text.me.pseudonymHint}</p>` : ''}
<form id="finding"><div class="line"><div class="grow"><label for="id">${text.me.idLabel}</label><p class="hint" id="id-hint">${text.me.idHint}</p>
<input id="id" aria-describedby="id-hint" autocomplete="off" spellcheck="false"></div>
${pseudonyms ? `<div class="grow"><label for="key">${text.me.keyLabel}</label><p class="hint" id="key-hint">${text.me.keyHint}</p><input id="key" aria-describedby="key-hint" autocomplete="off" spellcheck="false"></div>` : ''}
<button class="quiet">${text.me.button}</button></div></form>
<div id="found" role="status"></div></section>
<details class="how"><summary>${text.how.title}</summary><p>${text.how.hash}</p><p>${draw === 'text' ? text.how.text : text.how.digits}</p></details>
</main>`
}

const mark = `<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><path class="pivot" d="m16 17.5 6 11H10z"/><path class="beam" d="M3 23 29 13" stroke-width="3.2" stroke-linecap="round"/><circle class="ball" cx="25.4" cy="8.2" r="4.3"/></svg>`
