import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Lottery } from '../lottery/lottery.ts'
import { body } from './body.ts'
import { script } from './script.built.ts'
import { styles } from './styles.ts'
import { nl } from './text.nl.ts'

/**
 * A lottery as one HTML file with which anyone can draw and check without a server: the list, the script and the styles are
 * in it, and its policy forbids everything else. Dutch, with English behind a button. About 30 kB beside the list.
 */
export function lotteryPage(lottery: Lottery): string {
  const { draw, pseudonyms, seats, panels } = lottery
  const policy = `default-src 'none'; script-src '${sourceOf(script)}'; style-src '${sourceOf(styles)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${nl.title} · Kantelpunt</title>
<style>${styles}</style>
</head>
<body>
<div id="page">${body(nl, { draw, pseudonyms, seats, panels: panels.length }, 'nl')}</div>
<script type="application/json" id="lottery">${JSON.stringify(lottery).replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

/** What a Content-Security-Policy calls an inline text. */
function sourceOf(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}`
}
