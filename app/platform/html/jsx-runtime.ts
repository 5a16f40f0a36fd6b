import type { JSX as HonoJSX } from 'hono/jsx'

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

const special = /[&<>"']/
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Escapes text for both element content and quoted attribute values (HTML Living Standard § 13.3). */
export function escapeHtml(text: string): string {
  if (!special.test(text)) return text
  let out = ''
  let last = 0
  for (let i = 0; i < text.length; i++) {
    const entity = entities[text[i] as string]
    if (entity === undefined) continue
    out += text.slice(last, i) + entity
    last = i + 1
  }
  return out + text.slice(last)
}

/** Marks text as HTML. Only for text that this program made itself, never for what a person typed. */
export function trustedHtml(text: string): Html {
  return new Html(text)
}

/** The HTML text of a child: strings escaped, `Html` as it is, lists joined, booleans and nothing left out. */
export function childText(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (child instanceof Html) return child.text
  if (child === null || child === undefined || child === false || child === true) return ''
  if (Array.isArray(child)) {
    let out = ''
    for (const each of child) out += childText(each as Child)
    return out
  }
  return String(child)
}

/** ` name="value"`, with the leading space; nothing for null, undefined and false; the bare name for true. */
export function attributeText(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return ` ${name}`
  return ` ${name}="${escapeHtml(String(value))}"`
}

/** What a precompiled element becomes: fixed text and parts that are already HTML text. */
export function template(fixed: readonly string[], ...parts: readonly string[]): Html {
  let out = fixed[0] as string
  for (let i = 0; i < parts.length; i++) out += (parts[i] as string) + (fixed[i + 1] as string)
  return new Html(out)
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
  if (voidTags.has(tag)) return new Html(`${out}>`)
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
  interface IntrinsicElements extends HonoJSX.IntrinsicElements {}
}
