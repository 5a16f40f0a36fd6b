import type { JSX as HonoJSX } from 'hono/jsx'
import type { SvgElements } from './svg-elements.ts'

/** HTML that is safe to send as it is: every dynamic part was escaped when it was made. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Child = string | number | bigint | boolean | null | undefined | Html | readonly Child[]

// The typographic signs are no danger; but one of them makes the text of a whole page twice as wide in memory, and three
// times as dear to encode (Latin-1 strings of V8). As references they cost four bytes each.
const special = /[&<>"'\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192]/
const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Whether an element has no content and no end tag (HTML Living Standard § 13.1.2). */
export function isVoidTag(tag: string): boolean {
  return voidTags.has(tag)
}

/**
 * Escapes text for both element content and quoted attribute values (HTML Living Standard § 13.3): what is special there,
 * and dashes, quotes, ellipses and arrows of running text.
 */
export function escapeHtml(text: string): string {
  const first = text.search(special)
  return first === -1 ? text : escapeFrom(text, first)
}

// Apart from escapeHtml so that the usual case, nothing to escape, stays small enough to be inlined.
function escapeFrom(text: string, first: number): string {
  let out = ''
  let last = 0
  for (let i = first; i < text.length; i++) {
    const entity = entityOf(text.charCodeAt(i))
    if (entity === '') continue
    out += text.slice(last, i) + entity
    last = i + 1
  }
  return out + text.slice(last)
}

function entityOf(code: number): string {
  switch (code) {
    case 34:
      return '&quot;'
    case 38:
      return '&amp;'
    case 39:
      return '&#39;'
    case 60:
      return '&lt;'
    case 62:
      return '&gt;'
    case 0x2013:
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x2026:
    case 0x2192:
      return `&#${code};`
    default:
      return ''
  }
}

/** Marks text as HTML. Only for text that this program made itself, never for what a person typed. */
export function trustedHtml(text: string): Html {
  return new Html(text)
}

/** The HTML text of a child: strings escaped, `Html` as it is, lists joined, booleans and nothing left out. */
export function childText(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (typeof child !== 'object' || child === null) return ''
  if (child instanceof Html) return child.text
  let out = ''
  for (let i = 0; i < child.length; i++) out += childText(child[i])
  return out
}

/** ` name="value"`, with the leading space; nothing for null, undefined and false; the bare name for true. */
export function attributeText(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escapeHtml(value)}"`
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return ` ${name}`
  return ` ${name}="${escapeHtml(String(value))}"`
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child }
// biome-ignore lint/suspicious/noExplicitAny: a component may ask for any props; JSX checks them at the call.
type Component = (props: any) => Html

export function jsx(tag: string | Component, props: Props): Html {
  if (typeof tag === 'function') return tag(props)
  let out = `<${tag}`
  for (const name in props) {
    if (name !== 'children' && name !== 'key') out += attributeText(name, props[name])
  }
  if (isVoidTag(tag)) return new Html(`${out}>`)
  return new Html(`${out}>${childText(props.children)}</${tag}>`)
}

export const jsxs: typeof jsx = jsx
export const jsxDEV: typeof jsx = jsx
export function Fragment(props: { readonly children?: Child }): Html {
  return new Html(childText(props.children))
}

export declare namespace JSX {
  type Element = Html
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends HonoJSX.IntrinsicElements, SvgElements {
    /** A change to a page, for Turbo: what is done (`action`), where (`target`, an id), with what (a `template`). */
    'turbo-stream': { action: string; target?: string; method?: 'morph'; children?: unknown }
  }
}
